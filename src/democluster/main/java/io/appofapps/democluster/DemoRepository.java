package io.appofapps.democluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appofapps.democluster.Landscape.App;
import io.appofapps.git.NewCommits;
import io.appofapps.git.SmartHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;

/**
 * The Git repository that the demo's Applications are declared in, in memory: each parent's folder
 * has the manifests of its children. Its history tells how the versions came where they are.
 */
final class DemoRepository implements AutoCloseable {
  static final String BRANCH = "main";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private final Declarations declarations;
  private final Map<String, List<String>> revisions = new HashMap<>();
  private final Repository repository =
      new InMemoryRepository(new DfsRepositoryDescription("deployments"));
  private Instant time;

  private DemoRepository(Declarations declarations, Instant begin) {
    this.declarations = declarations;
    this.time = begin;
  }

  /**
   * Writes the history.
   *
   * @param now the last commit is a little older
   */
  static DemoRepository create(Landscape landscape, Declarations declarations, Instant now) {
    DemoHistory history = new DemoHistory(landscape);
    Duration between = Duration.ofHours(7);
    DemoRepository made =
        new DemoRepository(
            declarations, now.minus(between.multipliedBy(history.commits().size() + 1L)));
    try {
      SmartHttp.allowFilter(made.repository, true);
      made.repository.updateRef("HEAD").link("refs/heads/" + BRANCH);
      for (DemoHistory.Step step : history.commits()) {
        made.time = made.time.plus(between);
        made.commit(step);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("The demo repository cannot be written", e);
    }
  }

  Repository repository() {
    return repository;
  }

  Declarations declarations() {
    return declarations;
  }

  /** The newest commit. */
  ObjectId head() {
    try {
      return repository.resolve("refs/heads/" + BRANCH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commits that the Application was deployed from, oldest first, never empty. */
  List<String> revisions(String application) {
    return revisions.getOrDefault(application, List.of(head().name()));
  }

  private void commit(DemoHistory.Step step) throws IOException {
    Map<String, String> files = new LinkedHashMap<>(step.files());
    for (Map.Entry<String, App> declared : step.declared().entrySet()) {
      files.put(
          declared.getKey(),
          "# One file for each Application of this folder.\n"
              + yaml(declarations.manifest(declared.getValue())));
    }
    PersonIdent who = new PersonIdent(step.author(), step.email(), time, ZoneOffset.UTC);
    String id = NewCommits.add(repository, BRANCH, who, step.message(), files).name();
    for (App app : step.declared().values()) {
      List<String> known = revisions.computeIfAbsent(app.name(), key -> new ArrayList<>());
      if (!known.contains(id)) {
        known.add(id);
      }
    }
  }

  private static String yaml(Map<String, Object> manifest) {
    try {
      return YAML.writeValueAsString(manifest);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
