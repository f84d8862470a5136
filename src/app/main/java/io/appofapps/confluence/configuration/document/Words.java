package io.appofapps.confluence.configuration.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words of the document for the app's enumerations: {@code valueFile} is VALUE_FILE. */
final class Words {

  private Words() {}

  static String of(Enum<?> value) {
    StringBuilder word = new StringBuilder();
    for (String part : value.name().toLowerCase(Locale.ROOT).split("_")) {
      word.append(
          word.length() == 0
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return word.toString();
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst();
  }
}
