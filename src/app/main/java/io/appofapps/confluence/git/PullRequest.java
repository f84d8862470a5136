package io.appofapps.confluence.git;

import java.util.Optional;

/**
 * A pull request as its host has it.
 *
 * @param number within the repository
 * @param address of its page
 * @param head full id of the newest commit on its branch
 * @param state how it stands
 * @param merged full id of the commit that brought it onto the other branch, where the host says it
 * @param version that a host wants to be told with a change, 0 where it does not
 */
record PullRequest(
    long number, String address, String head, State state, Optional<String> merged, long version) {

  enum State {
    OPEN,
    MERGED,
    CLOSED
  }

  /**
   * What to open.
   *
   * @param branch without {@code refs/heads/}
   * @param onto the branch it is for, likewise
   */
  record Wanted(String branch, String onto, String title, String description) {}
}
