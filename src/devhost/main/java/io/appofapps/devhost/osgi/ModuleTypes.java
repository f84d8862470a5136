package io.appofapps.devhost.osgi;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a module by its type; nothing is left out in silence. */
final class ModuleTypes {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleTypes.class);

  private static final Set<String> HONOURED =
      Set.of(
          "ao",
          "resource",
          "rest",
          "servlet",
          "web-item",
          "web-resource",
          "web-section",
          "xhtml-macro");

  /** Known to the product; the host does nothing with them. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "blueprint",
          "content-template",
          "job-config",
          "listener",
          "macro",
          "module-type",
          "rest-migration",
          "servlet-context-listener",
          "servlet-context-param",
          "servlet-filter",
          "space-blueprint",
          "struts",
          "velocity-context-item",
          "web-panel",
          "web-panel-renderer",
          "web-resource-transformer");

  private static final Set<String> TRANSFORMED_ONLY = Set.of("component", "component-import");

  private ModuleTypes() {}

  static void report(String plugin, String type) {
    if (TRANSFORMED_ONLY.contains(type)) {
      LOG.warn(
          "{}: <{}> in the descriptor is ignored, the bundle is not transformed", plugin, type);
    } else if (WITHOUT_EFFECT.contains(type)) {
      LOG.warn("{}: <{}> does nothing in this host", plugin, type);
    } else if (!HONOURED.contains(type)) {
      // The product enables the plugin and shows the module as unrecognised.
      LOG.warn("{}: <{}> is no known module type; the module is not recognised", plugin, type);
    }
  }
}
