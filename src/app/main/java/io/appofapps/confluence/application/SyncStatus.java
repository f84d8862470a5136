package io.appofapps.confluence.application;

/** Sync status of an Application, with Argo CD's own words ({@code status.sync.status}). */
public enum SyncStatus {
  SYNCED("Synced"),
  OUT_OF_SYNC("OutOfSync"),
  UNKNOWN("Unknown");

  private final String word;

  SyncStatus(String word) {
    this.word = word;
  }

  /** Argo CD's word, for people and for JSON. */
  public String word() {
    return word;
  }

  /**
   * The status for Argo CD's word; a word nobody knows, an empty one or null is {@link #UNKNOWN}.
   */
  public static SyncStatus of(String word) {
    for (SyncStatus status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
