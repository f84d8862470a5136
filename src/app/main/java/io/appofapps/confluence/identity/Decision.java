package io.appofapps.confluence.identity;

import java.util.Optional;

/**
 * Whether Argo CD would allow something, and why.
 *
 * @param reason the one line that decides; of several that allow, the first found
 * @param badProjectLine the line for which Argo CD would not load the roles of the project, so that
 *     they count for nothing
 */
public record Decision(Reason reason, Optional<String> badProjectLine) {

  public boolean allowed() {
    return reason instanceof Reason.Granted;
  }
}
