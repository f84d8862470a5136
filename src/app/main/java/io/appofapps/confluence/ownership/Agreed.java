package io.appofapps.confluence.ownership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Applications of a service say together.
 *
 * @param said what most of the nearest sources say, of equally many the first
 * @param by names of the Applications that say so; untrusted
 * @param others what others of the nearest sources say instead
 */
public record Agreed(Said said, List<String> by, List<Dissent> others) {

  /**
   * Another value.
   *
   * @param said the value
   * @param by names of the Applications that say so; untrusted
   */
  public record Dissent(Said said, List<String> by) {
    public Dissent {
      by = List.copyOf(by);
    }
  }

  public Agreed {
    by = List.copyOf(by);
    others = List.copyOf(others);
  }

  /** One voice. */
  record Voice(String application, Said said) {}

  /**
   * Weighs the voices, at least one. The Applications' own word silences their projects, and these
   * the ancestors: who says nothing of their own disagrees with nobody.
   */
  static Agreed of(List<Voice> voices) {
    Said.Origin nearest =
        voices.stream().map(voice -> voice.said().origin()).sorted().findFirst().orElseThrow();
    Map<String, List<Voice>> byValue = new LinkedHashMap<>();
    for (Voice voice : voices) {
      if (voice.said().origin() == nearest) {
        String value = voice.said().value().raw();
        byValue.computeIfAbsent(value, ignored -> new ArrayList<>()).add(voice);
      }
    }
    List<List<Voice>> camps = new ArrayList<>(byValue.values());
    // Stable: of equally many the first stays first.
    camps.sort((one, other) -> other.size() - one.size());
    return new Agreed(
        camps.get(0).get(0).said(),
        names(camps.get(0)),
        camps.stream().skip(1).map(camp -> new Dissent(camp.get(0).said(), names(camp))).toList());
  }

  private static List<String> names(List<Voice> voices) {
    return voices.stream().map(Voice::application).toList();
  }
}
