package io.appofapps.confluence.promotion.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** One repository whose files are here; branches are named, everything else is a tag. */
public final class FilesInMemory implements RepositoryFiles {

  public static final String ADDRESS = "https://git.example.com/gitops";

  /** The host does not answer. */
  public volatile boolean away;

  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final List<String> resolved = new ArrayList<>();
  private final Set<String> branches = new TreeSet<>(Set.of("main", "HEAD", ""));

  public FilesInMemory with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public FilesInMemory with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public FilesInMemory branch(String name) {
    branches.add(name);
    return this;
  }

  /** The revisions that were asked for, each as often as it was. */
  List<String> resolved() {
    return List.copyOf(resolved);
  }

  @Override
  public Commit resolve(String repository, String revision) throws UnreadableException {
    resolved.add(revision);
    if (away) {
      throw new UnreadableException("The host is away");
    }
    if (!repository.equals(ADDRESS)) {
      throw new UnreadableException("No repository is set up for " + repository);
    }
    boolean branch = branches.contains(revision);
    String name = !branch ? "" : revision.isEmpty() || revision.equals("HEAD") ? "main" : revision;
    return new Commit("deploy", ADDRESS, name, "1".repeat(40));
  }

  @Override
  public List<String> list(Commit commit, String folder) {
    return files.keySet().stream()
        .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"))
        .toList();
  }

  @Override
  public Optional<byte[]> read(Commit commit, String path) {
    return Optional.ofNullable(files.get(path));
  }
}
