package io.appofapps.devhost.velocity;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.w3c.dom.NodeList;

/** The templates of the enabled plugins: an engine per plugin, gone when the plugin is. */
public final class PluginTemplates {

  private final Plugins plugins;
  private final Map<Plugin, TemplateEngine> engines = new ConcurrentHashMap<>();

  public PluginTemplates(Plugins plugins) {
    this.plugins = plugins;
  }

  /** Renders the template of the first plugin that has it. */
  public String render(String template, Map<?, ?> values) {
    List<Plugin> enabled = plugins.enabled();
    engines.keySet().retainAll(enabled);
    for (Plugin plugin : enabled) {
      TemplateEngine engine = engines.computeIfAbsent(plugin, this::engine);
      if (engine.has(template)) {
        return engine.render(template, values);
      }
    }
    throw new ResourceNotFoundException("No enabled plugin has the template " + template);
  }

  private TemplateEngine engine(Plugin plugin) {
    Map<String, Optional<java.net.URL>> found = new ConcurrentHashMap<>();
    return new TemplateEngine(
        name -> found.computeIfAbsent(name, plugin::resource),
        new MethodAllowlist(plugin, allowlist(plugin)));
  }

  private List<String> allowlist(Plugin plugin) {
    List<String> entries = new ArrayList<>();
    for (ModuleDescriptor module : plugins.modules("velocity-allowlist")) {
      if (module.plugin().equals(plugin)) {
        NodeList methods = module.xml().getElementsByTagName("method");
        for (int i = 0; i < methods.getLength(); i++) {
          entries.add(methods.item(i).getTextContent());
        }
      }
    }
    return entries;
  }
}
