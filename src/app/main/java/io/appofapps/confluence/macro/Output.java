package io.appofapps.confluence.macro;

import java.util.Locale;

/** The ways a page is put out, as far as macros care. */
enum Output {
  /** A page in a browser. */
  PAGE,
  /** A look at a page that is being written. */
  PREVIEW,
  /** Paper, documents, e-mails, feeds, comparisons: no script, no style sheet, no later. */
  EXPORT;

  /**
   * For Confluence's output type ({@code ConversionContextOutputType.value()}); one nobody knows
   * gets what works everywhere.
   */
  static Output of(String outputType) {
    return switch (outputType == null ? "" : outputType.toLowerCase(Locale.ROOT)) {
      case "display", "mobile", "" -> PAGE;
      case "preview" -> PREVIEW;
      default -> EXPORT;
    };
  }
}
