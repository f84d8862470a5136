package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.ApplicationKey;
import java.time.Instant;
import java.util.Optional;

/** Moments that change without anything else changing. */
public interface Comparisons {

  /** When Argo CD last compared the Application with Git; empty when nobody knows. */
  Optional<Instant> comparedAt(ApplicationKey key);

  /** Up to when what is known of the connection's cluster is right; empty when it is not known. */
  Optional<Instant> seenAt(String connection);
}
