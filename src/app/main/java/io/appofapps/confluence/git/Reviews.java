package io.appofapps.confluence.git;

import io.appofapps.confluence.promotion.plan.RepositoryFiles;

/**
 * Changes that go to a branch of their own with a pull request, for repositories whose settings say
 * so. Each is opened at most once however often it is asked for.
 */
public interface Reviews {

  /** Whether changes of that repository go by pull request. */
  boolean wanted(RepositoryFiles.Commit base);

  /**
   * Pushes the change to a branch made of its id and opens a pull request to the base's branch,
   * unless there is one from that branch already. Never throws for what the host does.
   */
  Outcome open(Pushes.Change change);

  /**
   * How a pull request stands. Never throws for what the host does.
   *
   * @param address as {@link Opened} gave it
   */
  Standing look(RepositoryFiles.Commit base, String address);

  /** Closes a pull request that is not wanted any more, as far as it is open. */
  Standing close(RepositoryFiles.Commit base, String address);

  /** What became of a change. */
  sealed interface Outcome {

    /**
     * The pull request is there.
     *
     * @param address of its page, for people
     * @param commit full id of the commit on its branch
     */
    record Opened(String address, String commit) implements Outcome {}

    /** The host does not want it; see {@link Pushes.Refused}. */
    record Refused(String words) implements Outcome {}

    /** The branch has something else now; see {@link Pushes.Moved}. */
    record Moved(String path) implements Outcome {}

    /** The host could not be asked; the same change may be opened again. */
    record Unreachable(String words) implements Outcome {}
  }

  /** How a pull request stands. */
  sealed interface Standing {

    /** It waits. */
    record Waiting() implements Standing {}

    /**
     * It was merged.
     *
     * @param commit full id of the commit that brought it onto the branch
     */
    record Merged(String commit) implements Standing {}

    /** It was declined or closed. */
    record Declined() implements Standing {}

    /** Nobody knows; ask again later. */
    record Unknown(String words) implements Standing {}
  }
}
