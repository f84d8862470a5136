package io.appofapps.confluence.promotion.plan;

import java.util.List;
import java.util.Optional;

/** The files of Git repositories, to read only. Every call may go over the network. */
public interface RepositoryFiles {

  /**
   * The commit that a revision names now.
   *
   * @param repository its address as an Application's {@code repoURL} has it
   * @param revision branch, tag or commit id; {@code HEAD} or empty for the default branch
   * @throws UnreadableException also when no configured repository has that address
   */
  Commit resolve(String repository, String revision) throws UnreadableException;

  /**
   * Paths of all files below a folder, relative to the root of the repository, sorted.
   *
   * @param folder without slashes at its ends; empty for the root
   */
  List<String> list(Commit commit, String folder) throws UnreadableException;

  /** The bytes of a file; empty when there is none of that path. */
  Optional<byte[]> read(Commit commit, String path) throws UnreadableException;

  /**
   * A commit of a configured repository.
   *
   * @param repository id of the repository in the configuration
   * @param address its address
   * @param branch the branch that the revision named, without {@code refs/heads/}; empty when it
   *     named a tag or a commit, which no promotion can move
   * @param id the full commit id
   */
  record Commit(String repository, String address, String branch, String id) {}

  /** A repository cannot be read, or has more than may be read. */
  final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message for people: which repository and why, no secret
     */
    public UnreadableException(String message, Throwable cause) {
      super(message, cause);
    }

    public UnreadableException(String message) {
      super(message);
    }
  }
}
