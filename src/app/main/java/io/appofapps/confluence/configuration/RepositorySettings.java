package io.appofapps.confluence.configuration;

import java.util.Optional;

/**
 * A Git repository that is read, and written to by promotions.
 *
 * @param id unique among the repositories
 * @param url address, as Applications declare it; https, or http on this machine
 * @param stories regular expression of the story keys that commit messages name
 * @param signIn empty for a repository that anybody may read
 */
public record RepositorySettings(
    String id, String url, String stories, Optional<RepositorySettings.SignIn> signIn) {

  /** Keys of Jira issues. */
  public static final String JIRA_KEYS = "[A-Z][A-Z0-9]+-\\d+";

  /**
   * How the app signs in.
   *
   * @param user as the Git host wants it beside a token, often any
   * @param token access token or password
   */
  public record SignIn(String user, SecretReference token) {}
}
