package io.appofapps.devhost.render;

import java.util.List;
import java.util.Map;

/**
 * A parameter of a macro as the macro browser offers it.
 *
 * @param name name in the storage format; empty for the default parameter
 * @param type {@code string}, {@code boolean}, {@code enum}, {@code int}, {@code spacekey} …
 * @param label text beside the field
 * @param description help below the field, may be empty
 * @param required whether the form insists on a value
 * @param multiple whether several values, separated by commas, are allowed
 * @param hidden whether the form leaves it out
 * @param defaultValue value when nothing is given, may be empty
 * @param values choices of an enum, in their order
 * @param options options of the descriptor by key
 */
public record MacroParameter(
    String name,
    String type,
    String label,
    String description,
    boolean required,
    boolean multiple,
    boolean hidden,
    String defaultValue,
    List<Choice> values,
    Map<String, String> options) {

  public MacroParameter {
    values = List.copyOf(values);
    options = Map.copyOf(options);
  }

  /** A value of an enum and its text. */
  public record Choice(String value, String label) {}
}
