package io.appofapps.confluence.identity;

/**
 * One {@code p} line: what a subject is allowed or denied. Resource, action, object: patterns.
 *
 * @param written the line itself
 */
record Permission(
    String subject,
    String resource,
    String action,
    String object,
    boolean allows,
    PolicyLine written) {}
