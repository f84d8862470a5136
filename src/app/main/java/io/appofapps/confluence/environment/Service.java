package io.appofapps.confluence.environment;

/**
 * The service that an Application deploys; the same in each of its environments.
 *
 * @param name untrusted, never empty
 * @param evidence what the answer rests on, for people; untrusted, never empty
 */
public record Service(String name, String evidence) {}
