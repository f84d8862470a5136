package io.appofapps.confluence.promotion;

/**
 * A commit that a promotion has made.
 *
 * @param repository id of the repository in the configuration
 * @param branch without {@code refs/heads/}
 * @param id the full commit id
 */
public record Commit(String repository, String branch, String id) {}
