package io.appofapps.democluster;

import io.appofapps.democluster.Landscape.App;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what lands on the branch of the demo's repository: manifests of Applications that have
 * changed in the folder of a parent. What is deleted stays, for a person to prune. Not thread-safe.
 */
final class GitWatch {
  private static final Logger LOG = LoggerFactory.getLogger(GitWatch.class);

  private final EmbeddedCluster cluster;
  private final DemoRepository git;
  private final Clock clock;
  private final Map<String, String> parents = new HashMap<>();
  private final List<Landing> landings = new ArrayList<>();
  private ObjectId seen;

  GitWatch(EmbeddedCluster cluster, DemoRepository git, Clock clock) {
    this.cluster = cluster;
    this.git = git;
    this.clock = clock;
    this.seen = git.head();
    for (App app : Landscape.load().applications()) {
      if (app.path() != null) {
        parents.put(app.path(), app.name());
      }
    }
  }

  /** Brings all that is on its way one stage further, and looks for what is new. */
  void step() {
    ObjectId head = git.head();
    if (!head.equals(seen)) {
      landings.addAll(changes(seen, head));
      seen = head;
    }
    List<Landing> next = new ArrayList<>();
    for (Landing landing : landings) {
      landing.advance(cluster, clock.instant()).ifPresent(next::add);
    }
    landings.clear();
    landings.addAll(next);
  }

  /** Whether a change of that Application is on its way. */
  boolean isApplying(String application) {
    return landings.stream()
        .anyMatch(
            landing -> landing.child().equals(application) || landing.parent().equals(application));
  }

  private List<Landing> changes(ObjectId before, ObjectId after) {
    List<Landing> found = new ArrayList<>();
    Repository repository = git.repository();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commits.parseCommit(before).getTree());
      walk.addTree(commits.parseCommit(after).getTree());
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        Optional<String> parent = parentOf(walk.getPathString());
        if (parent.isPresent() && !walk.getObjectId(1).equals(ObjectId.zeroId())) {
          byte[] text = repository.open(walk.getObjectId(1)).getBytes();
          manifest(text, walk.getPathString())
              .ifPresent(
                  manifest ->
                      found.add(
                          new Landing(after.name(), parent.get(), manifest, Landing.Stage.FOUND)));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> parentOf(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 || !file.endsWith(".yaml")
        ? Optional.empty()
        : Optional.ofNullable(parents.get(file.substring(0, slash)));
  }

  private static Optional<GenericKubernetesResource> manifest(byte[] text, String file) {
    try {
      return Optional.ofNullable(
              Serialization.yamlMapper().readValue(text, GenericKubernetesResource.class))
          .filter(object -> "Application".equals(object.getKind()))
          .filter(object -> object.getMetadata().getName() != null)
          .filter(object -> object.getMetadata().getNamespace() != null);
    } catch (IOException e) {
      LOG.warn("{} cannot be applied: {}", file, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
