package io.appofapps.devhost.webresource;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.web.WebResources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Entities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Turns web-resource modules into tags: dependencies first, each once. */
public final class PluginWebResources implements WebResources {

  private static final Logger LOG = LoggerFactory.getLogger(PluginWebResources.class);

  /** Modules of the product that every page of the host already carries. */
  private static final List<String> ALWAYS_THERE =
      List.of(
          "com.atlassian.plugins.atlassian-plugins-webresource-plugin:",
          "com.atlassian.confluence.tinymceplugin:");

  /** AUI's modules that public apps use on Confluence 10; another key is probably a mistake. */
  private static final Set<String> AUI =
      Set.of(
          "com.atlassian.auiplugin:ajs",
          "com.atlassian.auiplugin:aui-date-picker",
          "com.atlassian.auiplugin:aui-design-tokens-themes",
          "com.atlassian.auiplugin:aui-flag",
          "com.atlassian.auiplugin:aui-inline-dialog2",
          "com.atlassian.auiplugin:aui-message",
          "com.atlassian.auiplugin:aui-select2",
          "com.atlassian.auiplugin:dialog2");

  private final Plugins plugins;
  private final String contextPath;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  public PluginWebResources(Plugins plugins, String contextPath) {
    this.plugins = plugins;
    this.contextPath = contextPath;
  }

  /** The tags for these and for what macros asked for in the current request. */
  @Override
  public String tags(Collection<String> moduleKeys, Collection<String> contexts) {
    Set<String> wanted = new LinkedHashSet<>(moduleKeys);
    wanted.addAll(RequestedResources.ofThisRequest());
    for (ModuleDescriptor module : plugins.modules("web-resource")) {
      if (texts(module, "context").stream().anyMatch(contexts::contains)) {
        wanted.add(module.completeKey());
      }
    }
    Map<String, ModuleDescriptor> ordered = new LinkedHashMap<>();
    wanted.forEach(key -> collect(key, ordered, new LinkedHashSet<>()));
    StringBuilder html = new StringBuilder();
    ordered.values().forEach(module -> append(module, html));
    return html.toString();
  }

  private void collect(String key, Map<String, ModuleDescriptor> ordered, Set<String> path) {
    if (ordered.containsKey(key)) {
      return;
    }
    if (!path.add(key)) {
      report(key, "Web-resource {} depends on itself");
      return;
    }
    plugins
        .module(key)
        .filter(module -> module.type().equals("web-resource"))
        .ifPresentOrElse(
            module -> {
              texts(module, "dependency").forEach(other -> collect(other, ordered, path));
              ordered.put(key, module);
            },
            () -> {
              if (!isKnown(key)) {
                report(key, "No web-resource has the key {}");
              }
            });
    path.remove(key);
  }

  /** Whether the product, or this host on every page, has a module with that key. */
  boolean isKnown(String key) {
    return plugins.module(key).isPresent()
        || AUI.contains(key)
        || ALWAYS_THERE.stream().anyMatch(key::startsWith);
  }

  private void report(String key, String message) {
    if (reported.add(key)) {
      LOG.warn(message, key);
    }
  }

  private void append(ModuleDescriptor module, StringBuilder html) {
    NodeList resources = module.xml().getElementsByTagName("resource");
    for (int i = 0; i < resources.getLength(); i++) {
      Element resource = (Element) resources.item(i);
      String name = resource.getAttribute("name");
      if (!resource.getAttribute("type").equals("download")) {
        continue;
      }
      String address =
          contextPath
              + "/download/resources/"
              + module.completeKey()
              + "/"
              + name
              + "?v="
              + module.plugin().version();
      String attribute = Entities.escape(address);
      if (name.endsWith(".css")) {
        html.append("<link rel=\"stylesheet\" href=\"").append(attribute).append("\">\n");
      } else if (name.endsWith(".js")) {
        html.append("<script defer src=\"").append(attribute).append("\"></script>\n");
      }
    }
  }

  private static List<String> texts(ModuleDescriptor module, String element) {
    NodeList found = module.xml().getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent().strip());
    }
    return texts;
  }
}
