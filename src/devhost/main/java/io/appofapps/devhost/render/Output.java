package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import java.util.Arrays;
import java.util.Optional;

/** What a rendering is for, by the name that the {@code output} parameter of a page takes. */
public enum Output {
  DISPLAY("display", ConversionContextOutputType.DISPLAY, "desktop"),
  PREVIEW("preview", ConversionContextOutputType.PREVIEW, "desktop"),
  MOBILE("mobile", ConversionContextOutputType.DISPLAY, "mobile"),
  PDF("pdf", ConversionContextOutputType.PDF, "desktop"),
  WORD("word", ConversionContextOutputType.WORD, "desktop"),
  EMAIL("email", ConversionContextOutputType.EMAIL, "desktop"),
  HTML_EXPORT("html_export", ConversionContextOutputType.HTML_EXPORT, "desktop"),
  FEED("feed", ConversionContextOutputType.FEED, "desktop"),
  DIFF("diff", ConversionContextOutputType.DIFF, "desktop");

  private final String parameter;
  private final ConversionContextOutputType type;
  private final String device;

  Output(String parameter, ConversionContextOutputType type, String device) {
    this.parameter = parameter;
    this.type = type;
    this.device = device;
  }

  public static Optional<Output> byParameter(String value) {
    return Arrays.stream(values()).filter(o -> o.parameter.equals(value)).findFirst();
  }

  public String parameter() {
    return parameter;
  }

  public ConversionContextOutputType type() {
    return type;
  }

  public String device() {
    return device;
  }

  /** Whether the reader has a browser with the host's scripts. */
  public boolean isInteractive() {
    return this == DISPLAY || this == PREVIEW || this == MOBILE;
  }
}
