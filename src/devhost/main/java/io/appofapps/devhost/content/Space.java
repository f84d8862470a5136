package io.appofapps.devhost.content;

/**
 * A space.
 *
 * @param key key in URLs, such as {@code DEMO}
 * @param name name shown
 * @param description one sentence, may be empty
 */
public record Space(String key, String name, String description) {}
