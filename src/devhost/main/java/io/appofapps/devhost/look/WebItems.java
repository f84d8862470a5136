package io.appofapps.devhost.look;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.render.Xml;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** Links that plugins put into the host's menus: their {@code web-item}s. */
public final class WebItems {

  /** Sections and items by their weight; without one they come last. */
  public static final Comparator<ModuleDescriptor> BY_WEIGHT =
      Comparator.comparingInt(
          module -> {
            String weight = module.attribute("weight");
            return weight.isEmpty() ? 1000 : Integer.parseInt(weight);
          });

  private WebItems() {}

  /**
   * A link.
   *
   * @param address relative to the context path
   */
  public record Item(String id, String label, String address) {}

  /** Those of a section, such as {@code system.admin/configuration}, by weight. */
  public static List<Item> of(Plugins plugins, String section) {
    return plugins.modules("web-item").stream()
        .filter(item -> section.equals(item.attribute("section")))
        .sorted(BY_WEIGHT)
        .map(WebItems::item)
        .toList();
  }

  private static Item item(ModuleDescriptor module) {
    Element link =
        Xml.child(module.xml(), "link")
            .orElseThrow(
                () -> new IllegalStateException(module.completeKey() + " has no link element"));
    return new Item(link.getAttribute("linkId"), label(module), link.getTextContent().strip());
  }

  /** What the module is called. */
  public static String label(ModuleDescriptor module) {
    String key = Xml.child(module.xml(), "label").map(e -> e.getAttribute("key")).orElse("");
    return module.plugin().text(key, Locale.ENGLISH).orElse(key.isEmpty() ? module.key() : key);
  }
}
