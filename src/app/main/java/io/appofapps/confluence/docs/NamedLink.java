package io.appofapps.confluence.docs;

/**
 * A link of a page.
 *
 * @param text what people see; untrusted
 * @param address where it leads; untrusted
 */
public record NamedLink(String text, String address) {}
