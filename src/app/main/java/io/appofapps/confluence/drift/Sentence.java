package io.appofapps.confluence.drift;

import java.util.List;

/**
 * A sentence for people, as the key of a text and what stands at its places.
 *
 * @param key key in {@code i18n.properties}
 * @param values untrusted texts, and counts as {@link Integer}
 */
public record Sentence(String key, List<Object> values) {

  private static final String PREFIX = "aoa.drift.";

  public Sentence {
    values = List.copyOf(values);
  }

  /** The sentence of that key below {@code aoa.drift.}. */
  public static Sentence of(String key, Object... values) {
    return new Sentence(PREFIX + key, List.of(values));
  }
}
