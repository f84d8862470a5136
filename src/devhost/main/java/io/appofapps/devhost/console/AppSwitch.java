package io.appofapps.devhost.console;

import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.util.List;

/** Enables and disables apps, and knows those that are installed but not enabled. */
public interface AppSwitch {

  /** Every installed app; by default those that are enabled. */
  default List<App> all(Plugins plugins) {
    return plugins.enabled().stream().map(AppSwitch::enabled).toList();
  }

  /** Enables or disables the app with the key; does nothing for an unknown key. */
  void set(String key, boolean enable);

  private static App enabled(Plugin plugin) {
    return new App(plugin.key(), plugin.name(), plugin.version(), true);
  }

  /** An installed app. */
  record App(String key, String name, String version, boolean enabled) {}
}
