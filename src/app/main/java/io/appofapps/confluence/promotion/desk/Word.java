package io.appofapps.confluence.promotion.desk;

/**
 * What comes with an approval, a rejection or a cancellation.
 *
 * @param digest of the plan that the person saw; only an approval must have it
 * @param comment in the person's words, may be empty
 * @param identityConfirmed whether the person has just shown again who they are, as far as the edge
 *     can tell
 */
public record Word(String digest, String comment, boolean identityConfirmed) {}
