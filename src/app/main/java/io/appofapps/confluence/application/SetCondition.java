package io.appofapps.confluence.application;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of an ApplicationSet's {@code status.conditions}; other than an Application's it has a
 * status.
 *
 * @param type for instance ErrorOccurred
 * @param holds whether its status is True
 * @param message untrusted, may be empty
 * @param since lastTransitionTime
 */
public record SetCondition(String type, boolean holds, String message, Optional<Instant> since) {}
