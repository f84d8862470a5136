package io.appofapps.confluence.configuration;

/**
 * Names a secret; the secret itself is kept encrypted elsewhere.
 *
 * @param name lower-case letters, digits, dots and hyphens, at most 120, for instance {@code
 *     prod.token}
 */
public record SecretReference(String name) {}
