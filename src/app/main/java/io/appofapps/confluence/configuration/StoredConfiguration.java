package io.appofapps.confluence.configuration;

import java.time.Instant;

/**
 * One version of the configuration.
 *
 * @param version counts up from 1; 0 before anything was saved
 * @param configuration never null
 * @param author who saved it; empty for version 0
 * @param at when it was saved, the epoch for version 0
 */
public record StoredConfiguration(
    long version, Configuration configuration, String author, Instant at) {}
