package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.Optional;

/**
 * The last operation of Argo CD's source hydrator ({@code status.sourceHydrator}).
 *
 * @param phase Hydrating, Failed or Hydrated as Argo CD writes it, may be empty
 * @param message untrusted, may be empty
 * @param drySha commit that was to be hydrated, may be empty
 * @param hydratedSha commit from which the branch was last written with success, may be empty
 * @param startedAt when the operation began
 */
public record Hydration(
    String phase, String message, String drySha, String hydratedSha, Optional<Instant> startedAt) {}
