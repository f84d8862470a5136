package io.appofapps.confluence.docs.rows;

import io.appofapps.confluence.application.ApplicationKey;
import java.time.Instant;

/**
 * The version of an Application that a page was reviewed for.
 *
 * @param application the Application
 * @param version the version; untrusted
 * @param reviewer key of the person, empty for the version at which the page was bound
 * @param at when
 */
public record Review(ApplicationKey application, String version, String reviewer, Instant at) {}
