package io.appofapps.confluence.docs;

/**
 * How people know a page.
 *
 * @param space key of its space
 * @param title untrusted
 */
public record PageName(String space, String title) {}
