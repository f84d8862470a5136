package io.appofapps.confluence.promotion.record;

/**
 * A gate as it stood at that moment.
 *
 * @param reason why it was closed, empty when open
 */
public record SeenGate(String name, boolean open, String reason) {}
