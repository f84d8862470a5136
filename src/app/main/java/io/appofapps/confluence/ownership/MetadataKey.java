package io.appofapps.confluence.ownership;

import java.util.Arrays;
import java.util.Optional;

/**
 * One place where a manifest may say a value.
 *
 * @param place kind of the place
 * @param name name of the entry there; empty for places that have only one
 */
public record MetadataKey(Place place, String name) {

  /** Where a value can stand. */
  public enum Place {
    ANNOTATION("annotation", true),
    LABEL("label", true),
    /** An entry of {@code spec.info}, its name in any case. */
    INFO("info", true),
    PROJECT_ANNOTATION("project-annotation", true),
    PROJECT_DESCRIPTION("project-description", false),
    /** Groups of the project's roles that may sync Applications. */
    PROJECT_GROUPS("project-groups", false),
    PROJECT_NAME("project-name", false);

    private final String word;
    private final boolean named;

    Place(String word, boolean named) {
      this.word = word;
      this.named = named;
    }

    /** As it stands in the configuration. */
    public String word() {
      return word;
    }

    /** Whether the value stands at the project and not at the Application itself. */
    public boolean ofProject() {
      return word.startsWith("project");
    }
  }

  /**
   * {@code annotation:a8r.io/owner}, {@code label:team}, {@code info:Owner}, {@code
   * project-groups}.
   */
  public static Optional<MetadataKey> parse(String text) {
    int colon = text.indexOf(':');
    String word = (colon < 0 ? text : text.substring(0, colon)).strip();
    String name = colon < 0 ? "" : text.substring(colon + 1).strip();
    return Arrays.stream(Place.values())
        .filter(place -> place.word.equals(word) && place.named != name.isEmpty())
        .findFirst()
        .map(place -> new MetadataKey(place, name));
  }

  static MetadataKey annotation(String name) {
    return new MetadataKey(Place.ANNOTATION, name);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return name.isEmpty() ? place.word : place.word + ":" + name;
  }

  /** For people: {@code annotation a8r.io/owner}. */
  String evidence() {
    return toString().replaceFirst(":", " ").replaceFirst("^project-", "project ");
  }
}
