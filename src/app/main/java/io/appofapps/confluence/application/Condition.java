package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of {@code status.conditions}; Argo CD's conditions have no status, presence means true.
 *
 * @param type for instance ComparisonError; unknown types are kept
 * @param message text of the controller, untrusted, never null
 * @param since lastTransitionTime
 */
public record Condition(String type, String message, Optional<Instant> since) {}
