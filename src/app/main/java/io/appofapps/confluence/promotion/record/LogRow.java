package io.appofapps.confluence.promotion.record;

/**
 * A row of the log with what it says.
 *
 * @param entry as read from the canonical form
 */
public record LogRow(Recorded recorded, Entry entry) {}
