package io.appofapps.confluence.view.pages;

import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * Which pages' services somebody asks for.
 *
 * @param spaces keys of spaces in any case, empty for all
 * @param property name of a field of the Page Properties, empty for any page
 * @param value what the field must say, empty for whatever it says
 */
public record PageSelection(List<String> spaces, String property, Optional<String> value) {

  public PageSelection {
    spaces = List.copyOf(spaces);
  }

  /**
   * As the parameters {@code space} (keys with commas) and {@code property} ({@code name} or {@code
   * name=value}) say.
   *
   * @throws BadParameter when the property has no name
   */
  public static PageSelection of(Parameters parameters) throws BadParameter {
    String property = parameters.text("property");
    String[] parts = property.split("=", 2);
    String name = parts[0].strip();
    if (name.isEmpty() && !property.isEmpty()) {
      throw new BadParameter("property", property, "name, name=value");
    }
    return new PageSelection(
        parameters.words("space"),
        name,
        parts.length == 2 ? Optional.of(parts[1].strip()) : Optional.empty());
  }

  /** Whether pages do not matter. */
  public boolean isForAll() {
    return spaces.isEmpty() && property.isEmpty();
  }

  boolean includes(BoundPage page) {
    return (spaces.isEmpty() || page.isIn(spaces))
        && (property.isEmpty() || page.says(property, value));
  }
}
