package io.appofapps.confluence.set;

import java.util.function.Supplier;

/** The last value that was computed, and what for. Made once per snapshot. */
class Memo<V> {

  private Object question;
  private V answer;

  /** The value for that question; computed when the question before was another one. */
  synchronized V get(Object asked, Supplier<V> compute) {
    if (answer == null || !asked.equals(question)) {
      answer = compute.get();
      question = asked;
    }
    return answer;
  }
}
