package io.appofapps.confluence.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The patterns of one Argo CD's policies, each made ready once. Thread-safe. */
final class Patterns {

  private final Matcher matcher;
  private final Map<String, Predicate<String>> ready = new ConcurrentHashMap<>();

  Patterns(Matcher matcher) {
    this.matcher = matcher;
  }

  /** Tells whether texts match; throws {@link Matcher.VoidedException} as {@link Matcher} says. */
  Predicate<String> of(String pattern) {
    return ready.computeIfAbsent(pattern, matcher::ready);
  }
}
