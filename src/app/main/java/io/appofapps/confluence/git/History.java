package io.appofapps.confluence.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The last commits of a branch, without files. */
record History(Repository commits, ObjectId head) {

  /** Generations that are looked at. */
  static final int DEPTH = 5_000;

  /** The same where the host sends the files along. */
  static final int DEPTH_WITH_FILES = 200;

  /** The commit whose trailer has that id. */
  Optional<ObjectId> find(String id) throws IOException {
    try (RevWalk walk = new RevWalk(commits)) {
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        if (commit.getFooterLines(Pushes.TRAILER).contains(id)) {
          return Optional.of(commit.getId());
        }
      }
      return Optional.empty();
    }
  }

  /** Whether that commit is among them. */
  boolean has(String id) throws IOException {
    ObjectId wanted = ObjectId.fromString(id);
    try (RevWalk walk = new RevWalk(commits)) {
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        if (commit.getId().equals(wanted)) {
          return true;
        }
      }
      return false;
    }
  }
}
