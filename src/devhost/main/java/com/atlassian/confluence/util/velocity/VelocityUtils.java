package com.atlassian.confluence.util.velocity;

import io.appofapps.devhost.velocity.InstalledTemplates;
import java.util.Map;

/** Renders templates of plugins. */
public class VelocityUtils {
  public static String getRenderedTemplate(String templateName, Map<?, ?> contextMap) {
    return InstalledTemplates.render(templateName, contextMap);
  }
}
