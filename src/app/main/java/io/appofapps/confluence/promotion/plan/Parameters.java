package io.appofapps.confluence.promotion.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters that a generator of an ApplicationSet gives to its template, by their names with dots.
 *
 * @param places those that stand in Git
 * @param others the rest of those that are known
 * @param open whether there are more that only the cluster knows
 */
record Parameters(Map<String, Place> places, Map<String, String> others, boolean open) {

  static final Parameters NONE = new Parameters(Map.of(), Map.of(), false);
  static final Parameters UNKNOWN = new Parameters(Map.of(), Map.of(), true);

  /** Also {@code index .path.segments 1}, which is {@code path[1]} in the older templates. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{-?\\s*(?:index\\s+\\.path\\.segments\\s+(\\d{1,2})"
              + "|\\.?([A-Za-z0-9_][A-Za-z0-9_.\\[\\]-]*))\\s*-?\\}\\}");

  Parameters {
    places = Map.copyOf(places);
    others = Map.copyOf(others);
  }

  /** These and more; where both have a name, the others count. */
  Parameters and(Parameters more) {
    Map<String, Place> allPlaces = new HashMap<>(places);
    Map<String, String> allOthers = new HashMap<>(others);
    allPlaces.keySet().removeAll(more.others.keySet());
    allOthers.keySet().removeAll(more.places.keySet());
    allPlaces.putAll(more.places);
    allOthers.putAll(more.others);
    return new Parameters(allPlaces, allOthers, open || more.open);
  }

  /** The value of a parameter, empty when it has none that is known. */
  Optional<String> value(String parameter) {
    return place(parameter).map(Place::value).or(() -> Optional.ofNullable(others.get(parameter)));
  }

  /** Where the value of a parameter stands. */
  Optional<Place> place(String parameter) {
    return Optional.ofNullable(places.get(parameter)).filter(place -> !place.value().isEmpty());
  }

  /** The text with the values of its placeholders; those without one vanish. */
  String fill(String template) {
    return filled(template, value -> value, "");
  }

  /**
   * Whether a template gives that name; a parameter that only the cluster knows can be anything.
   */
  boolean name(String template, String name) {
    return Pattern.compile(filled(template, Pattern::quote, open ? ".*" : ""))
        .matcher(name)
        .matches();
  }

  private String filled(String template, Function<String, String> write, String unknown) {
    StringBuilder result = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(template);
    int end = 0;
    while (matcher.find()) {
      result.append(write.apply(template.substring(end, matcher.start())));
      result.append(value(parameter(matcher)).map(write).orElse(unknown));
      end = matcher.end();
    }
    return result.append(write.apply(template.substring(end))).toString();
  }

  /** The parameter of a text that is nothing but its placeholder. */
  static Optional<String> onlyPlaceholder(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.matches() ? Optional.of(parameter(matcher)) : Optional.empty();
  }

  private static String parameter(Matcher matcher) {
    return matcher.group(1) == null ? matcher.group(2) : "path[" + matcher.group(1) + "]";
  }
}
