package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;

/** Evidence: 8.x line (the constructor that is not deprecated); unverified on 10. */
public class DefaultImagePlaceholder implements ImagePlaceholder {
  public DefaultImagePlaceholder(
      String url, boolean applyPlaceholderChrome, ImageDimensions imageDimensions) {}

  @Override
  public String getUrl() {
    throw new AssertionError("declaration only");
  }

  @Override
  public ImageDimensions getImageDimensions() {
    throw new AssertionError("declaration only");
  }

  @Override
  public boolean applyPlaceholderChrome() {
    throw new AssertionError("declaration only");
  }
}
