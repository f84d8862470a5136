package io.appofapps.confluence.docs;

/**
 * The mode of one deployment set.
 *
 * @param key key of the set
 * @param mode its mode
 */
public record SetMode(String key, DocumentationMode mode) {}
