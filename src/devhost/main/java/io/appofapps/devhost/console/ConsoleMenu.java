package io.appofapps.devhost.console;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.render.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/**
 * The menu of the console: the host's own section and the {@code web-section}s at {@code
 * system.admin} with their {@code web-item}s, by weight.
 */
public final class ConsoleMenu {

  private static final String LOCATION = "system.admin";

  /** The host's own section, to which plugins may add, as in Confluence. */
  private static final String CONFIGURATION = "configuration";

  private final Plugins plugins;

  public ConsoleMenu(Plugins plugins) {
    this.plugins = plugins;
  }

  /** The sections that have items. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    List<Item> own = new ArrayList<>();
    own.add(new Item("manage-apps-link", "Manage apps", "/admin/manageapps.action"));
    own.add(new Item("audit-log-link", "Audit log", "/admin/auditlog.action"));
    own.add(new Item("outbox-link", "Outbox", "/admin/outbox.action"));
    own.addAll(items(CONFIGURATION));
    sections.add(new Section("Configuration", own));
    plugins.modules("web-section").stream()
        .filter(section -> LOCATION.equals(section.attribute("location")))
        .sorted(BY_WEIGHT)
        .map(section -> new Section(label(section), items(section.key())))
        .filter(section -> !section.items().isEmpty())
        .forEach(sections::add);
    return sections;
  }

  private List<Item> items(String section) {
    return plugins.modules("web-item").stream()
        .filter(item -> (LOCATION + "/" + section).equals(item.attribute("section")))
        .sorted(BY_WEIGHT)
        .map(ConsoleMenu::item)
        .toList();
  }

  private static Item item(ModuleDescriptor module) {
    Element link =
        Xml.child(module.xml(), "link")
            .orElseThrow(
                () -> new IllegalStateException(module.completeKey() + " has no link element"));
    return new Item(link.getAttribute("linkId"), label(module), link.getTextContent().strip());
  }

  private static final Comparator<ModuleDescriptor> BY_WEIGHT =
      Comparator.comparingInt(
          module -> {
            String weight = module.attribute("weight");
            return weight.isEmpty() ? 1000 : Integer.parseInt(weight);
          });

  private static String label(ModuleDescriptor module) {
    String key = Xml.child(module.xml(), "label").map(e -> e.getAttribute("key")).orElse("");
    return module.plugin().text(key, Locale.ENGLISH).orElse(key.isEmpty() ? module.key() : key);
  }

  /** A heading and what is below it. */
  public record Section(String label, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /** A link, relative to the context path. */
  public record Item(String id, String label, String address) {}
}
