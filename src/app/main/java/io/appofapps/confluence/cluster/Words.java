package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;

/** Argo CD's words, with a problem noted for those nobody knows; an absent one is just unknown. */
final class Words {

  private Words() {}

  static SyncStatus sync(String what, String word, Problems problems) {
    SyncStatus status = SyncStatus.of(word);
    if (isStrange(word, status.word())) {
      problems.unknownWord(what, word);
    }
    return status;
  }

  static HealthStatus health(String word, Problems problems) {
    HealthStatus status = HealthStatus.of(word);
    if (isStrange(word, status.word())) {
      problems.unknownWord("health", word);
    }
    return status;
  }

  private static boolean isStrange(String word, String understood) {
    return !word.isEmpty() && !word.equals(understood);
  }
}
