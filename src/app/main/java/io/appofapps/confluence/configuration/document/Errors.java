package io.appofapps.confluence.configuration.document;

import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a text. */
final class Errors {

  private static final int MOST = 100;

  private final List<FieldError> found = new ArrayList<>();

  static InvalidConfigurationException only(String field, String message) {
    return new InvalidConfigurationException(List.of(new FieldError(field, message)));
  }

  void add(String field, String message) {
    found.add(new FieldError(field, message));
  }

  /** Adds what a second look found, but for fields of which something is said already. */
  void addUnsaid(List<FieldError> more) {
    List<FieldError> before = List.copyOf(found);
    more.stream()
        .filter(error -> before.stream().noneMatch(said -> overlap(said.field(), error.field())))
        .forEach(found::add);
  }

  void throwAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found.subList(0, Math.min(MOST, found.size())));
    }
  }

  private static boolean overlap(String one, String other) {
    return within(one, other) || within(other, one);
  }

  private static boolean within(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }
}
