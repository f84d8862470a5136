package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;

/** Evidence: 8.x line (signatures only); unverified on 10. */
public interface ImagePlaceholder {
  String getUrl();

  ImageDimensions getImageDimensions();

  boolean applyPlaceholderChrome();
}
