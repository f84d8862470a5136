package io.appofapps.confluence.git;

import io.appofapps.confluence.environment.matrix.Commits;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;

/**
 * The commits of all branches and tags of one repository, in memory: no trees and no files are
 * fetched, nothing is written. Used by one thread.
 */
final class Mirror {

  /** A commit takes about 300 bytes. */
  private static final long MOST_BYTES = 32L << 20;

  private static final Duration MOST_TIME = Duration.ofMinutes(2);

  /** Each fetch with news leaves a pack; then it is time to begin anew. */
  private static final int MOST_PACKS = 50;

  private static final int MOST_COUNTED = 10_000;
  private static final int MOST_READ = 500;

  private final Remote remote;
  private final Stories stories;
  private final BooleanSupplier stopped;
  private MemoryRepository repository;

  /**
   * @param stopped when a fetch under way shall end
   */
  Mirror(Remote remote, Stories stories, BooleanSupplier stopped) {
    this.remote = remote;
    this.stories = stories;
    this.stopped = stopped;
    this.repository = new MemoryRepository();
  }

  /** Fetches what is new. */
  void fetch() throws IOException {
    MemoryRepository target =
        repository.getObjectDatabase().getPacks().length > MOST_PACKS
            ? new MemoryRepository()
            : repository;
    try (Remote.Line line = remote.open(target, MOST_BYTES, MOST_TIME, stopped)) {
      Transport transport = line.transport();
      transport.setRemoveDeletedRefs(true);
      transport.setFilterSpec(FilterSpec.fromFilterLine("tree:0"));
      transport.fetch(
          NullProgressMonitor.INSTANCE,
          List.of(
              new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*")));
    }
    repository = target;
  }

  /** The commits between; empty when one of the two is not there, or there are too many. */
  Optional<Commits.Between> between(String older, String newer) throws IOException {
    if (!ObjectId.isId(older) || !ObjectId.isId(newer)) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(ObjectId.fromString(newer)));
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(older)));
      Set<String> keys = new LinkedHashSet<>();
      int count = 0;
      for (RevCommit commit : walk) {
        count++;
        if (count <= MOST_READ) {
          stories.collect(commit.getFullMessage(), keys);
        }
        if (count > MOST_COUNTED) {
          return Optional.empty();
        }
      }
      return Optional.of(new Commits.Between(count, List.copyOf(keys)));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** Whether that object has been fetched. */
  boolean has(ObjectId id) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.has(id);
    }
  }
}
