package io.appofapps.devhost;

import io.appofapps.devhost.console.AppSwitch;
import io.appofapps.devhost.osgi.PluginSystem;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.rest.RestServlet;
import io.appofapps.devhost.web.PluginServlets;
import java.util.List;

/** Enables and disables apps, and lets their REST resources and servlets go. */
final class Apps implements AppSwitch {

  private final PluginSystem plugins;
  private final RestServlet rest;
  private final PluginServlets servlets;

  Apps(PluginSystem plugins, RestServlet rest, PluginServlets servlets) {
    this.plugins = plugins;
    this.rest = rest;
    this.servlets = servlets;
  }

  @Override
  public List<App> all(Plugins known) {
    List<Plugin> enabled = plugins.enabled();
    return plugins.installed().stream()
        .map(
            plugin ->
                new App(plugin.key(), plugin.name(), plugin.version(), enabled.contains(plugin)))
        .toList();
  }

  @Override
  public void set(String key, boolean enable) {
    if (plugins.installed().stream().noneMatch(plugin -> plugin.key().equals(key))) {
      return;
    }
    if (enable) {
      plugins.enable(key);
    } else {
      plugins.disable(key);
    }
    rest.forgetDisabled();
    servlets.forgetDisabled();
  }
}
