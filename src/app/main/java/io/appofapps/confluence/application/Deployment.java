package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.List;

/**
 * One entry of status.history: what Argo CD deployed and at whose word.
 *
 * @param at deployedAt
 * @param revisions what was deployed, in the order of the sources
 * @param by name of the user who started it, as Argo CD knows them; empty when it was automatic or
 *     nobody wrote it down, as before Argo CD 2.10. Untrusted
 * @param automated whether Argo CD started it by itself
 */
public record Deployment(Instant at, List<String> revisions, String by, boolean automated) {

  /** How many of an Application are kept. */
  public static final int MOST = 5;

  public Deployment {
    revisions = List.copyOf(revisions);
  }
}
