package io.appofapps.confluence.promotion.plan;

/**
 * A file at a commit.
 *
 * @param commit of which repository
 * @param path relative to its root
 */
record GitFile(RepositoryFiles.Commit commit, String path) {}
