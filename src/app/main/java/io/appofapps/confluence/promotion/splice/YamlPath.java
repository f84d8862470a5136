package io.appofapps.confluence.promotion.splice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a value stands in a document.
 *
 * @param steps a {@link String} for a key of a mapping, an {@link Integer} for a place in a
 *     sequence, from 0
 */
public record YamlPath(List<Object> steps) {

  public static final YamlPath ROOT = new YamlPath(List.of());

  public YamlPath {
    steps = List.copyOf(steps);
  }

  /** The path of those keys from the root. */
  public static YamlPath of(Object... steps) {
    return new YamlPath(List.of(steps));
  }

  /** One step further. */
  public YamlPath then(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new YamlPath(longer);
  }

  /** As JSON Pointer (RFC 6901). */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "/" + step.toString().replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
