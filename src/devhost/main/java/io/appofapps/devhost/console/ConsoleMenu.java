package io.appofapps.devhost.console;

import io.appofapps.devhost.look.WebItems;
import io.appofapps.devhost.look.WebItems.Item;
import io.appofapps.devhost.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;

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
        .sorted(WebItems.BY_WEIGHT)
        .map(section -> new Section(WebItems.label(section), items(section.key())))
        .filter(section -> !section.items().isEmpty())
        .forEach(sections::add);
    return sections;
  }

  private List<Item> items(String section) {
    return WebItems.of(plugins, LOCATION + "/" + section);
  }

  /** A heading and what is below it. */
  public record Section(String label, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }
}
