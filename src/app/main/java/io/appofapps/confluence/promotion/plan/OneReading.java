package io.appofapps.confluence.promotion.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repositories as they are at one moment: what a revision names is asked for once, so that a plan
 * cannot mix two commits of a branch, and a host that does not answer is asked once only. For one
 * plan, by one thread.
 */
final class OneReading implements RepositoryFiles {

  private final RepositoryFiles files;
  private final Map<List<String>, Answer<Commit>> commits = new HashMap<>();
  private final Map<List<String>, Answer<List<String>>> lists = new HashMap<>();

  OneReading(RepositoryFiles files) {
    this.files = files;
  }

  /** What was said, or why nothing. */
  private record Answer<T>(Optional<T> value, Optional<UnreadableException> failure) {

    T get() throws UnreadableException {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return value.orElseThrow();
    }
  }

  private interface Question<T> {
    T ask() throws UnreadableException;
  }

  @Override
  public Commit resolve(String repository, String revision) throws UnreadableException {
    return once(commits, List.of(repository, revision), () -> files.resolve(repository, revision));
  }

  @Override
  public List<String> list(Commit commit, String folder) throws UnreadableException {
    return once(
        lists, List.of(commit.repository(), commit.id(), folder), () -> files.list(commit, folder));
  }

  @Override
  public Optional<byte[]> read(Commit commit, String path) throws UnreadableException {
    return files.read(commit, path);
  }

  private static <T> T once(
      Map<List<String>, Answer<T>> known, List<String> key, Question<T> question)
      throws UnreadableException {
    Answer<T> answer = known.get(key);
    if (answer == null) {
      try {
        answer = new Answer<>(Optional.of(question.ask()), Optional.empty());
      } catch (UnreadableException e) {
        answer = new Answer<>(Optional.empty(), Optional.of(e));
      }
      known.put(key, answer);
    }
    return answer.get();
  }
}
