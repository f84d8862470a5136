package com.atlassian.confluence.content.render.xhtml;

/** Evidence: 8.x line; value() is the lower-case name. */
public enum ConversionContextOutputType {
  PREVIEW,
  DISPLAY,
  WORD,
  PDF,
  HTML_EXPORT,
  FEED,
  EMAIL,
  DIFF;

  public String value() {
    throw new AssertionError("declaration only");
  }
}
