package io.appofapps.confluence.docs.job;

import java.time.Instant;
import java.util.Optional;

/** When runs come by themselves. */
public interface RunPlan {

  /** The next time; empty when the schedule is off or Confluence does not take it. */
  Optional<Instant> next();
}
