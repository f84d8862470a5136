package io.appofapps.confluence.promotion;

import java.time.Instant;

/**
 * One person's approval or refusal.
 *
 * @param approves whether it is an approval
 * @param comment in the person's words, may be empty
 * @param digest digest of the plan that the person saw
 */
public record Vote(Person by, boolean approves, String comment, String digest, Instant at) {}
