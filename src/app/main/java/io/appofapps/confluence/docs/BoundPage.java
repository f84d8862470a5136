package io.appofapps.confluence.docs;

import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a page that stands for an Application, so that rows can be chosen by it.
 *
 * @param id content id
 * @param space key of its space
 * @param properties the cells of its Page Properties, in the order of the page, at most 100
 */
public record BoundPage(long id, String space, List<Property> properties) {

  private static final int MOST_PROPERTIES = 100;

  /** Nobody can ask for a longer one: so long may a parameter of a macro be. */
  private static final int LONGEST = 253;

  /**
   * A cell of Page Properties.
   *
   * @param name as written, without a colon at its end; untrusted
   * @param values its items as people read them, untrusted; none where it says nothing
   */
  public record Property(String name, List<String> values) {

    public Property {
      values = List.copyOf(values);
    }
  }

  public BoundPage {
    properties = List.copyOf(properties);
  }

  /** What is remembered of that page. */
  static BoundPage of(KnownPage page) {
    return new BoundPage(
        page.id(),
        page.space(),
        page.facts().fields().stream()
            .map(BoundPage::property)
            .filter(each -> each.name().length() <= LONGEST)
            .limit(MOST_PROPERTIES)
            .toList());
  }

  private static Property property(SaidField field) {
    String header = field.header().strip();
    String name = header.endsWith(":") ? header.substring(0, header.length() - 1) : header;
    return new Property(
        name,
        field.pieces().stream()
            .map(Piece::text)
            .filter(text -> text.length() <= LONGEST && !Normal.isBlank(text))
            .toList());
  }

  /** Whether it is in one of the spaces; Confluence does not tell their keys apart by case. */
  public boolean isIn(List<String> spaces) {
    return spaces.stream().anyMatch(space::equalsIgnoreCase);
  }

  /**
   * Whether its Page Properties say that, compared as documentation is compared with manifests.
   *
   * @param value an item of the cell, or all of them with commas between; empty for whatever the
   *     cell says, if it says anything
   */
  public boolean says(String name, Optional<String> value) {
    return properties.stream()
        .filter(each -> Normal.of(each.name()).equals(Normal.of(name)))
        .anyMatch(each -> value.map(wanted -> says(each, wanted)).orElse(!each.values().isEmpty()));
  }

  private static boolean says(Property property, String wanted) {
    return Normal.compared(property.values()).contains(Normal.of(wanted))
        || Normal.of(String.join(", ", property.values())).equals(Normal.of(wanted));
  }
}
