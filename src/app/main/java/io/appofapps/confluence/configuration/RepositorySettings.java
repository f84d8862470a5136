package io.appofapps.confluence.configuration;

/**
 * A Git repository whose commits are read, without signing in.
 *
 * @param url https address, as Applications declare it
 * @param stories regular expression of the story keys that commit messages name
 */
public record RepositorySettings(String url, String stories) {

  /** Keys of Jira issues. */
  public static final String JIRA_KEYS = "[A-Z][A-Z0-9]+-\\d+";
}
