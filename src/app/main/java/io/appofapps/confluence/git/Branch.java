package io.appofapps.confluence.git;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** One branch at its host, read within a limit of time from its making on. */
final class Branch {

  private static final long MOST_BYTES = 64L << 20;

  private final Remote remote;
  private final String ref;
  private final long deadline;

  /**
   * @param name without {@code refs/heads/}
   */
  Branch(Remote remote, String name, Duration time) {
    this.remote = remote;
    this.ref = "refs/heads/" + name;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /** Its name without {@code refs/heads/}. */
  String name() {
    return ref.substring("refs/heads/".length());
  }

  /** Its full name. */
  String ref() {
    return ref;
  }

  /** Where it is now; empty when it is not there. */
  Optional<ObjectId> head() throws IOException {
    try (Remote.Line line = open(new MemoryRepository())) {
      return Fetches.refs(line.transport(), List.of(ref)).stream()
          .map(Ref::getObjectId)
          .findFirst();
    }
  }

  /** Its last commits; it must be there. */
  History history() throws IOException {
    MemoryRepository commits = new MemoryRepository();
    fetch(commits, ref + ":" + ref, History.DEPTH, "tree:0", History.DEPTH_WITH_FILES);
    return new History(commits, commits.resolve(ref));
  }

  void fetch(Repository local, String what, int depth, String filter, int depthWithFiles)
      throws IOException {
    try (Remote.Line line = open(local)) {
      Fetches.last(line.transport(), what, depth, filter);
    } catch (IOException e) {
      if (!Fetches.lacksFilters(e)) {
        throw e;
      }
      try (Remote.Line line = open(local)) {
        Fetches.last(line.transport(), what, depthWithFiles, "");
      }
    }
  }

  Remote.Line open(Repository local) throws IOException {
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    return remote.open(local, MOST_BYTES, left, () -> Thread.currentThread().isInterrupted());
  }
}
