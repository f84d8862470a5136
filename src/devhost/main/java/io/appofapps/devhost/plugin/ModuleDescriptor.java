package io.appofapps.devhost.plugin;

import org.w3c.dom.Element;

/**
 * One module of a plugin's descriptor.
 *
 * @param plugin the plugin
 * @param type element name, for instance {@code xhtml-macro}
 * @param key attribute {@code key}
 * @param xml the element
 */
public record ModuleDescriptor(Plugin plugin, String type, String key, Element xml) {

  /** {@code pluginKey:moduleKey}. */
  public String completeKey() {
    return plugin.key() + ":" + key;
  }

  /** The attribute, empty when absent. */
  public String attribute(String name) {
    return xml.getAttribute(name);
  }
}
