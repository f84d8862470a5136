package io.appofapps.confluence.copilot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arguments of a call that its input schema has let pass. */
record Arguments(Map<String, Object> given) {

  /** The text without spaces at its ends; empty when absent. */
  String text(String name) {
    return optional(name).orElse("");
  }

  Optional<String> optional(String name) {
    return given.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  int number(String name, int absent) {
    return given.get(name) instanceof Number number ? number.intValue() : absent;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(given.get(name));
  }

  List<String> texts(String name) {
    return given.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
