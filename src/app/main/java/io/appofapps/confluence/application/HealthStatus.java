package io.appofapps.confluence.application;

/**
 * Health of an Application, best first. The order is Argo CD's own (gitops-engine, health
 * aggregation): Unknown is the worst, Suspended is better than Progressing.
 */
public enum HealthStatus {
  HEALTHY("Healthy"),
  SUSPENDED("Suspended"),
  PROGRESSING("Progressing"),
  MISSING("Missing"),
  DEGRADED("Degraded"),
  UNKNOWN("Unknown");

  private final String word;

  HealthStatus(String word) {
    this.word = word;
  }

  /** Argo CD's word, for people and for JSON. */
  public String word() {
    return word;
  }

  /** Whether this is worse than the other in Argo CD's order. */
  public boolean worseThan(HealthStatus other) {
    return compareTo(other) > 0;
  }

  /**
   * The status for Argo CD's word; a word nobody knows, an empty one or null is {@link #UNKNOWN}.
   */
  public static HealthStatus of(String word) {
    for (HealthStatus status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
