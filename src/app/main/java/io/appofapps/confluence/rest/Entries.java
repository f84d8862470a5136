package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.SetDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Connections or sets, each found by its name.
 *
 * @param list the document's field with all of them
 * @param word what one is called in messages
 * @param field the field of its name
 * @param name reads that name
 */
record Entries<T>(String list, String word, String field, Function<T, String> name) {

  static final Entries<ConnectionSettings> CONNECTIONS =
      new Entries<>("connections", "connection", "id", ConnectionSettings::id);
  static final Entries<SetDefinition> SETS =
      new Entries<>("sets", "deployment set", "key", SetDefinition::key);

  /** The connection of that id; 404 when there is none. */
  static ConnectionSettings connection(Configuration configuration, String id) {
    return CONNECTIONS.get(configuration.connections(), id);
  }

  /** The one of that name; 404 when there is none. */
  T get(List<T> all, String wanted) {
    return all.get(index(all, wanted));
  }

  /** All and the new one; an error of its name's field when that is taken. */
  List<T> with(List<T> all, T added) {
    String given = name.apply(added);
    if (all.stream().map(name).anyMatch(given::equals)) {
      throw wrongName("is that of another " + word + " too: each needs its own");
    }
    List<T> result = new ArrayList<>(all);
    result.add(added);
    return result;
  }

  /** All with another one in the place of the one of that name, which it keeps. */
  List<T> replaced(List<T> all, String wanted, T next) {
    int index = index(all, wanted);
    if (!name.apply(next).equals(wanted)) {
      throw wrongName("cannot be changed: it stands in pages and addresses");
    }
    List<T> result = new ArrayList<>(all);
    result.set(index, next);
    return result;
  }

  /** All but the one of that name; 404 when there is none. */
  List<T> without(List<T> all, String wanted) {
    List<T> result = new ArrayList<>(all);
    result.remove(index(all, wanted));
    return result;
  }

  /** The work's result; what is wrong with one of them is told by its own fields. */
  <R> R withOwnFields(Supplier<R> work) {
    try {
      return work.get();
    } catch (InvalidConfigurationException e) {
      throw new InvalidConfigurationException(
          e.errors().stream()
              .map(
                  error ->
                      new FieldError(
                          error.field().replaceFirst("^" + list + "\\[\\d+]\\.", ""),
                          error.message()))
              .toList());
    }
  }

  private int index(List<T> all, String wanted) {
    int index = all.stream().map(name).toList().indexOf(wanted);
    if (index < 0) {
      throw new RefusedException(404, "There is no " + word + " " + wanted + ".");
    }
    return index;
  }

  private InvalidConfigurationException wrongName(String message) {
    return new InvalidConfigurationException(List.of(new FieldError(field, message)));
  }
}
