package io.appofapps.confluence.application;

/**
 * An entry of {@code spec.info}.
 *
 * @param name untrusted text
 * @param value untrusted text, often a link
 */
public record InfoItem(String name, String value) {}
