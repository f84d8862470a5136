package io.appofapps.confluence.configuration;

/**
 * Somebody who may send hints that something has changed.
 *
 * @param id its name in the address {@code hooks/{id}}
 * @param sender whose deliveries it takes
 * @param enabled whether it hears; one that does not answers as if there were none
 * @param secret what deliveries are signed with, or have as their token
 */
public record HookSettings(String id, Sender sender, boolean enabled, SecretReference secret) {

  /** Who signs in which way. */
  public enum Sender {
    /** {@code X-Hub-Signature-256}: HMAC-SHA256 of the body. */
    GITHUB,
    /** {@code X-Gitlab-Token}: the secret itself. */
    GITLAB,
    /** {@code X-Hub-Signature}: HMAC-SHA256 of the body; Data Center and Cloud. */
    BITBUCKET,
    /** {@code X-Aoa-Token}: the secret itself, a header set in Argo CD's notifications. */
    ARGOCD
  }
}
