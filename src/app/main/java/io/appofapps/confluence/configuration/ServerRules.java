package io.appofapps.confluence.configuration;

/**
 * What only the server's own properties file may allow, because it reaches beyond the app: running
 * programs, reading files, trusting any certificate. Read anew at each question.
 */
public interface ServerRules {

  /** Whether a kubeconfig may name a program that signs in ({@code allow.exec}). */
  boolean allowsExec();

  /** Whether sign-ins may read files of the server ({@code allow.files}). */
  boolean allowsFiles();

  /** Whether certificates may go unchecked ({@code allow.insecure-tls}). */
  boolean allowsInsecureTls();

  /**
   * Whether system administrators may administer by access token, without confirming a password
   * ({@code admin.tokens}); the only one that holds unless the file says {@code false}.
   */
  boolean allowsAdminTokens();
}
