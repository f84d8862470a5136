package com.atlassian.confluence.util.velocity;

import java.util.Map;

/** Evidence: called by a public app compiled against Confluence 9.5.4 and run on 10.2.7. */
public class VelocityUtils {
  public static String getRenderedTemplate(String templateName, Map<?, ?> contextMap) {
    throw new AssertionError("declaration only");
  }
}
