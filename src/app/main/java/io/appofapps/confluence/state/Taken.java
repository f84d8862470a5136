package io.appofapps.confluence.state;

import java.time.Instant;

/**
 * How a snapshot that people keep came to be.
 *
 * @param key names it, safe in a URL path
 * @param title as a person called it, may be empty; untrusted
 * @param author key of that person
 * @param at when
 */
public record Taken(String key, String title, String author, Instant at) {}
