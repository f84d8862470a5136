package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;

/**
 * Evidence: Javadoc of Confluence 9.3.2; implemented by public apps compiled against Confluence
 * 10.2.13.
 */
public interface Macro {
  String execute(Map<String, String> parameters, String body, ConversionContext context)
      throws MacroExecutionException;

  BodyType getBodyType();

  OutputType getOutputType();

  /** What a macro accepts as body. */
  enum BodyType {
    RICH_TEXT,
    PLAIN_TEXT,
    NONE
  }

  /** How the output flows. */
  enum OutputType {
    BLOCK,
    INLINE
  }
}
