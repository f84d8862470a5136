package io.appofapps.devhost.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.browser.LoadCluster;
import io.appofapps.devhost.browser.Revisions;
import io.appofapps.devhost.browser.RunningHost;

/** Small Applications beside the fleet: a set of two, and any number that belong to no set. */
final class SmallSet {

  static final String ROOT = "probe";
  private static final String CHILD = "probe-child";
  private static final String APPLICATION =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
       "metadata": {"name": "%s", "namespace": "argocd"},
       "spec": {"project": "default",
        "destination": {"name": "in-cluster", "namespace": "argocd"},
        "source": {"repoURL": "https://git.example.com/probe.git", "path": "."}},
       "status": {"health": {"status": "Healthy"}, "resources": [%s]}}
      """;
  private static final String ENTRY =
      """
      {"group": "argoproj.io", "version": "v1alpha1", "kind": "Application",
       "namespace": "argocd", "name": "%s", "status": "Synced"}
      """;

  private final LoadCluster cluster;

  SmallSet(LoadCluster cluster) {
    this.cluster = cluster;
  }

  /** Makes the set. */
  void create() {
    cluster.create(APPLICATION.formatted(ROOT, ENTRY.formatted(CHILD)));
    cluster.create(APPLICATION.formatted(CHILD, ""));
  }

  /** Makes one more Application, which changes how many objects a node counts. */
  void createLone(long number) {
    cluster.create(APPLICATION.formatted("lone-" + number, ""));
  }

  /** Gives the set's Application the revision of that number. */
  void revision(long number) {
    cluster.revision(CHILD, number);
  }

  /** The number of the revision as a node's tree of the set shows it, 0 for none. */
  static long shown(RunningHost node) {
    try {
      return new ObjectMapper()
              .readTree(node.get("/rest/aoa/1.0/sets/" + ROOT + "/tree").body())
              .path("nodes")
              .findParents("name")
              .stream()
              .filter(each -> each.path("name").asText().equals(CHILD))
              .map(each -> each.path("revision").asText())
              .filter(revision -> revision.contains("·"))
              .mapToLong(Revisions::readShown)
              .findFirst()
              .orElse(0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
