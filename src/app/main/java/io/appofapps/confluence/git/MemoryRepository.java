package io.appofapps.confluence.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.internal.storage.dfs.DfsReader;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A repository in memory that may lack what was before its oldest commits. JGit keeps in memory
 * which ones these are, but its own readers do not say so, and walks would go on into nothing.
 */
final class MemoryRepository extends InMemoryRepository {

  private static final AtomicLong COUNT = new AtomicLong();

  /** One without anything in it. */
  MemoryRepository() {
    // JGit caches what all of them hold together, by name
    super(new DfsRepositoryDescription("memory-" + COUNT.incrementAndGet()));
    getConfig().setString("http", null, "followRedirects", "false");
  }

  @Override
  public ObjectReader newObjectReader() {
    return new ShallowReader(this);
  }

  private static final class ShallowReader extends DfsReader {
    private final MemoryRepository repository;

    ShallowReader(MemoryRepository repository) {
      super(repository.getObjectDatabase());
      this.repository = repository;
    }

    @Override
    public ObjectReader newReader() {
      return new ShallowReader(repository);
    }

    @Override
    public Set<ObjectId> getShallowCommits() {
      try {
        return repository.getObjectDatabase().getShallowCommits();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
