package io.appofapps.devhost.velocity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The templates behind the product's static entry point, set once when the host is composed. */
public final class InstalledTemplates {

  private static final AtomicReference<PluginTemplates> INSTALLED = new AtomicReference<>();

  private InstalledTemplates() {}

  public static void install(PluginTemplates templates) {
    INSTALLED.set(templates);
  }

  /** Renders a template of an enabled plugin. */
  public static String render(String template, Map<?, ?> values) {
    PluginTemplates templates = INSTALLED.get();
    if (templates == null) {
      throw new IllegalStateException("The host has not started, there are no templates yet");
    }
    return templates.render(template, values);
  }
}
