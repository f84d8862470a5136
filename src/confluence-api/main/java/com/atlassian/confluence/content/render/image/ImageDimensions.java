package com.atlassian.confluence.content.render.image;

/** Evidence: 8.x line; constructor unverified on 10. */
public class ImageDimensions {
  public ImageDimensions(int width, int height) {}
}
