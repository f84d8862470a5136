package com.atlassian.confluence.content.render.image;

/** Width and height in pixels. */
public class ImageDimensions {
  final int width;
  final int height;

  public ImageDimensions(int width, int height) {
    this.width = width;
    this.height = height;
  }
}
