package io.appofapps.confluence.identity;

import java.util.List;
import java.util.Optional;

/** Why something is allowed, which only {@link Granted} says, or not. */
public sealed interface Reason {

  /** A line allows it. */
  record Granted(Route route) implements Reason {}

  /**
   * A line denies it.
   *
   * @param overruled how the same identity would be allowed it but for such lines
   */
  record Denied(Route route, Optional<Route> overruled) implements Reason {}

  /**
   * A pattern of a line that had to be compared cannot be read, or takes too long: Argo CD then
   * lets this identity do nothing of the kind.
   */
  record Unreadable(Route route) implements Reason {}

  /**
   * No line speaks of it.
   *
   * @param groups those groups of the person that the policy gives a role, sorted; the others count
   *     for nothing
   */
  record Nothing(List<String> groups) implements Reason {
    public Nothing {
      groups = List.copyOf(groups);
    }
  }

  /** The subject is the role of another project, which counts there alone. */
  record OtherProject(String subject) implements Reason {}

  /**
   * Argo CD would not load the global policy, so nobody may do anything.
   *
   * @param line the first line that it would not take
   */
  record NotLoaded(String line) implements Reason {}
}
