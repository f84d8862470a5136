package io.appofapps.confluence.configuration;

/**
 * One thing wrong with a configuration.
 *
 * @param field path in the document, for instance {@code connections[1].signIn.token}; within one
 *     connection's own form without the first part: {@code signIn.token}
 * @param message what is wrong and what to write instead; never contains a secret
 */
public record FieldError(String field, String message) {}
