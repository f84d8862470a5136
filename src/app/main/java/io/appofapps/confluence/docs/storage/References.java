package io.appofapps.confluence.docs.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What {@code &…;} stands for: characters by number and the named ones of XHTML. */
final class References {

  private static final Map<String, String> NAMED = named();
  private static final int LONGEST = 12;

  private References() {}

  /**
   * The text with its references replaced; an ampersand that begins none stays, as browsers do it,
   * because pages that were migrated have them.
   */
  static String resolve(String raw) {
    int ampersand = raw.indexOf('&');
    if (ampersand < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int done = 0;
    while (ampersand >= 0) {
      int semicolon = raw.indexOf(';', ampersand);
      Optional<String> character =
          semicolon < 0 || semicolon - ampersand > LONGEST
              ? Optional.empty()
              : character(raw.substring(ampersand + 1, semicolon));
      text.append(raw, done, ampersand);
      text.append(character.orElse("&"));
      done = character.isPresent() ? semicolon + 1 : ampersand + 1;
      ampersand = raw.indexOf('&', done);
    }
    return text.append(raw, done, raw.length()).toString();
  }

  private static Optional<String> character(String name) {
    if (!name.startsWith("#")) {
      return Optional.ofNullable(NAMED.get(name));
    }
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      int code = hex ? Integer.parseInt(name, 2, name.length(), 16) : decimal(name);
      boolean character =
          Character.isValidCodePoint(code)
              && code != 0
              && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
      return character ? Optional.of(Character.toString(code)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int decimal(String name) {
    return Integer.parseInt(name, 1, name.length(), 10);
  }

  private static Map<String, String> named() {
    Properties properties = new Properties();
    try (InputStream stream = References.class.getResourceAsStream("entities.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> named = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      named.put(name, Character.toString(Integer.parseInt(properties.getProperty(name))));
    }
    return Map.copyOf(named);
  }
}
