package io.appofapps.confluence.git;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of single commits of one repository, in memory. A commit comes with all its files in
 * one go, without what was before it and without files that are too large to read anyway; the next
 * one brings only what is different.
 */
final class Contents {

  /** Most bytes of a file. */
  static final int LARGEST_FILE = 1 << 20;

  /** Most files of one list. */
  static final int MOST_FILES = 50_000;

  private static final long MOST_BYTES = 64L << 20;
  private static final Duration MOST_TIME = Duration.ofSeconds(30);
  private static final int MOST_PACKS = 20;
  private static final String LATEST = "refs/heads/latest";

  private final Remote remote;
  private MemoryRepository repository = new MemoryRepository();
  private volatile long bytes;

  Contents(Remote remote) {
    this.remote = remote;
  }

  /** The refs of those full names that are there now. */
  List<Ref> refs(List<String> names) throws IOException {
    try (Remote.Line line =
        remote.open(new MemoryRepository(), MOST_BYTES, MOST_TIME, Contents::isOver)) {
      return Fetches.refs(line.transport(), names);
    }
  }

  /** About how many bytes this takes. */
  long bytes() {
    return bytes;
  }

  /** Paths of all files below a folder, sorted; of links and submodules none. */
  synchronized List<String> list(ObjectId commit, String folder) throws IOException {
    ObjectId tree = tree(commit);
    List<String> paths = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      if (folder.isEmpty()) {
        walk.addTree(tree);
      } else {
        Optional<ObjectId> below = find(tree, folder, FileMode.TYPE_TREE);
        if (below.isEmpty()) {
          return List.of();
        }
        walk.addTree(below.get());
      }
      walk.setRecursive(true);
      String prefix = folder.isEmpty() ? "" : folder + "/";
      while (walk.next()) {
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          paths.add(prefix + walk.getPathString());
        }
        if (paths.size() > MOST_FILES) {
          throw new LimitException(LimitException.Limit.FILES);
        }
      }
    }
    paths.sort(null);
    return List.copyOf(paths);
  }

  /** The bytes of a file, which is neither a link nor a submodule. */
  synchronized Optional<byte[]> read(ObjectId commit, String path) throws IOException {
    Optional<ObjectId> blob =
        path.isEmpty() ? Optional.empty() : find(tree(commit), path, FileMode.TYPE_FILE);
    if (blob.isEmpty()) {
      return Optional.empty();
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      ObjectLoader loader = reader.open(blob.get(), Constants.OBJ_BLOB);
      if (loader.getSize() > LARGEST_FILE) {
        throw new LimitException(LimitException.Limit.FILE_SIZE);
      }
      return Optional.of(loader.getBytes(LARGEST_FILE));
    } catch (MissingObjectException e) {
      // the host has left it out because of its size
      throw new LimitException(LimitException.Limit.FILE_SIZE);
    }
  }

  private Optional<ObjectId> find(ObjectId tree, String path, int type) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      return walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == type
          ? Optional.of(walk.getObjectId(0))
          : Optional.empty();
    }
  }

  private ObjectId tree(ObjectId commit) throws IOException {
    if (!has(commit)) {
      fetch(commit);
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getTree().getId();
    }
  }

  private boolean has(ObjectId commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.has(commit);
    }
  }

  private void fetch(ObjectId commit) throws IOException {
    if (bytes > MOST_BYTES || repository.getObjectDatabase().getPacks().length > MOST_PACKS) {
      repository = new MemoryRepository();
      bytes = 0;
    }
    try {
      fetch(commit, "blob:limit=" + (LARGEST_FILE + 1));
    } catch (IOException e) {
      if (!Fetches.lacksFilters(e)) {
        throw e;
      }
      fetch(commit, "");
    }
    // so that the next fetch can say what is here
    RefUpdate latest = repository.updateRef(LATEST);
    latest.setNewObjectId(commit);
    latest.forceUpdate();
  }

  private void fetch(ObjectId commit, String filter) throws IOException {
    try (Remote.Line line = remote.open(repository, MOST_BYTES, MOST_TIME, Contents::isOver)) {
      try {
        Fetches.last(line.transport(), commit.name(), 1, filter);
      } finally {
        bytes += line.budget().received();
      }
    }
  }

  private static boolean isOver() {
    return Thread.currentThread().isInterrupted();
  }
}
