package io.appofapps.confluence.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read of one resource, as sentences for people; bounded. */
final class Problems {

  private static final int MAX = 20;
  private static final int MAX_WORD = 60;

  private final Set<String> sentences = new LinkedHashSet<>();
  private int more;

  /** Notes a problem of the field at that path. */
  void note(String path, Reason reason) {
    add("The field " + path + " " + reason.predicate + ".");
  }

  /** Notes a word that is not in Argo CD's vocabulary. */
  void unknownWord(String what, String word) {
    String shown = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) + "…" : word;
    add("The " + what + " \"" + shown + "\" is not a word of Argo CD's; shown as Unknown.");
  }

  private void add(String sentence) {
    if (sentences.contains(sentence)) {
      return;
    }
    if (sentences.size() < MAX) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  /** The sentences; the last one counts those left out. */
  List<String> sentences() {
    List<String> result = new ArrayList<>(sentences);
    if (more > 0) {
      result.add("And " + more + " more problems like these.");
    }
    return result;
  }

  /** The ways in which a field can be bad, as the rest of a sentence about it. */
  enum Reason {
    NOT_AN_OBJECT("is not an object and was left out"),
    NOT_A_TEXT("is not a text and was left out"),
    NOT_A_BOOLEAN("is neither true nor false and was left out"),
    NOT_A_COUNT("is not a count and was left out"),
    NOT_A_LIST("is not a list and was left out"),
    NOT_A_MOMENT("is not a date and time and was left out"),
    EMPTY_NAME("has no name and was left out"),
    TOO_LONG("is too long and was cut"),
    TOO_MANY("has too many items; only the first ones are kept");

    private final String predicate;

    Reason(String predicate) {
      this.predicate = predicate;
    }
  }
}
