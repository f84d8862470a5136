package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.promotion.Person;
import java.time.Instant;

/**
 * Somebody has stopped the line: nothing is promoted there until the freeze is lifted.
 *
 * @param scope what is frozen
 * @param by who did it
 * @param reason in that person's words, never empty
 * @param since when
 */
public record Freeze(Scope scope, Person by, String reason, Instant since) {

  /** What a freeze holds. */
  public sealed interface Scope {

    /** All promotions of a deployment set. */
    record OfSet(String set) implements Scope {}

    /** All promotions into an AppProject, of every Argo CD of the connection. */
    record OfProject(String connection, String project) implements Scope {}
  }
}
