package io.appofapps.confluence.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a name and the environments among them. Only whole words count: product-api is not
 * production. Words that turn the meaning of the next one round are looked at first: pre-prod is
 * staging, non-prod is no production.
 */
final class Tokens {

  /**
   * An environment among the words.
   *
   * @param from first word, its region included
   * @param to one behind the last word
   * @param name canonical name
   */
  record Match(int from, int to, String name) {}

  private static final Map<String, String> SYNONYMS =
      synonyms(
          Map.of(
              "dev", List.of("dev", "development", "sandbox"),
              "test", List.of("test", "qa", "int", "integration", "sit"),
              "staging", List.of("stg", "stage", "staging", "uat", "preprod", "preproduction"),
              "prod", List.of("prd", "prod", "production", "live"),
              "nonprod", List.of("nonprod", "nonproduction")));

  private static final Set<String> REGIONS =
      Set.of(
          "eu", "us", "ap", "ca", "sa", "af", "me", "na", "uk", "emea", "apac", "amer", "latam",
          "europe", "asia");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "west",
          "east",
          "north",
          "south",
          "central",
          "northeast",
          "northwest",
          "southeast",
          "southwest");
  private static final Set<String> KEYWORDS = Set.of("env", "environment");

  private final String[] words;
  private final List<Match> matches;

  private Tokens(String text) {
    words = split(text);
    matches = findMatches();
  }

  static Tokens of(String text) {
    return new Tokens(text);
  }

  /** The one environment at any place; empty when there is none or more than one. */
  Optional<String> anywhere() {
    return only(matches.stream());
  }

  /** The one environment at the beginning or at the end; empty when both are there and differ. */
  Optional<String> atEdge() {
    return only(matches.stream().filter(this::isAtEdge));
  }

  /** The environment when the text says nothing else. */
  Optional<String> exactly() {
    return only(
        matches.stream()
            .filter(m -> m.to() == words.length)
            .filter(m -> m.from() == 0 || (m.from() == 1 && KEYWORDS.contains(words[0]))));
  }

  /** The words without environments at the edges, joined by hyphens; empty when none is left. */
  String withoutEnvironment() {
    int from = 0;
    int to = words.length;
    for (Match match : matches) {
      if (match.from() == 0) {
        from = match.to();
      } else if (match.to() == words.length) {
        to = match.from();
      }
    }
    while (from < to && KEYWORDS.contains(words[from])) {
      from++;
    }
    while (from < to && KEYWORDS.contains(words[to - 1])) {
      to--;
    }
    return from < to ? String.join("-", Arrays.copyOfRange(words, from, to)) : "";
  }

  /** By hand, because every name and path of every Application comes through here. */
  private static String[] split(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isLetterOrDigit(lower.charAt(i))) {
        if (i > start) {
          found.add(lower.substring(start, i));
        }
        start = i + 1;
      }
    }
    return found.toArray(new String[0]);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private boolean isAtEdge(Match match) {
    return match.from() == 0 || match.to() == words.length;
  }

  private List<Match> findMatches() {
    List<Match> found = new ArrayList<>();
    int i = 0;
    while (i < words.length) {
      int length = 1;
      String name = null;
      if (i + 1 < words.length && (words[i].equals("pre") || words[i].equals("non"))) {
        name = SYNONYMS.get(words[i] + words[i + 1]);
        length = 2;
      }
      if (name == null) {
        name = SYNONYMS.get(words[i]);
        length = 1;
      }
      if (name != null) {
        found.add(withRegion(i, i + length, name));
      }
      i += length;
    }
    return found;
  }

  private Match withRegion(int from, int to, String name) {
    int end = endOfRegion(to);
    if (end > to) {
      return new Match(from, end, name + "-" + join(to, end));
    }
    for (int start = 0; start < from; start++) {
      if (endOfRegion(start) == from) {
        return new Match(start, to, name + "-" + join(start, from));
      }
    }
    return new Match(from, to, name);
  }

  /** One behind the region that starts at this word; the place itself when there is none. */
  private int endOfRegion(int start) {
    if (start >= words.length || !REGIONS.contains(words[start])) {
      return start;
    }
    int end = start + 1;
    while (end < words.length && (DIRECTIONS.contains(words[end]) || isNumber(words[end]))) {
      end++;
    }
    return end;
  }

  private String join(int from, int to) {
    return String.join("-", Arrays.copyOfRange(words, from, to));
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<String> only(Stream<Match> matches) {
    List<String> names = matches.map(Match::name).distinct().limit(2).toList();
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private static Map<String, String> synonyms(Map<String, List<String>> words) {
    Map<String, String> synonyms = new HashMap<>();
    words.forEach((name, all) -> all.forEach(word -> synonyms.put(word, name)));
    return Map.copyOf(synonyms);
  }
}
