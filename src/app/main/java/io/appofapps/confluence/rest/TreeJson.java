package io.appofapps.confluence.rest;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.RevisionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets and trees as plain maps and lists, in the shape of the public REST API. */
final class TreeJson {

  private TreeJson() {}

  static Map<String, Object> set(DeploymentSet set, Snapshot snapshot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", set.key());
    json.put("title", set.title());
    json.put("connection", set.root().key().connection());
    json.put("root", set.root().toString());
    json.put("applications", set.applications());
    json.put("orphan", set.orphan());
    json.put(
        "rolledUpHealth",
        Forests.of(snapshot).node(set.root()).map(n -> n.rolledUp().worst().word()).orElse(null));
    return json;
  }

  /** When the set's cluster was last known to be so, ISO-8601; empty when nobody knows. */
  static String asOf(DeploymentSet set, Snapshot snapshot) {
    return Optional.ofNullable(snapshot.connections().get(set.root().key().connection()))
        .flatMap(ConnectionState::asOf)
        .map(Object::toString)
        .orElse("");
  }

  static Map<String, Object> tree(
      DeploymentSet set, Snapshot snapshot, Configuration configuration) {
    Forest forest = Forests.of(snapshot);
    Landscape landscape = Landscapes.of(snapshot, configuration);
    Set<NodeId> seen = new LinkedHashSet<>();
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (Occurrence occurrence : forest.walk(set.root())) {
      if (seen.add(occurrence.node().id())) {
        nodes.add(node(occurrence.node(), landscape));
      }
    }
    String asOf = asOf(set, snapshot);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", asOf.isEmpty() ? null : asOf);
    json.put("revision", snapshot.revision());
    json.put("nodes", nodes);
    return json;
  }

  private static Map<String, Object> node(TreeNode node, Landscape landscape) {
    Optional<Application> application = node.application();
    List<NodeId> path = node.rolledUp().path();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.id().toString());
    json.put("parents", node.parents().stream().map(edge -> edge.parent().toString()).toList());
    json.put("kind", node.id().kind().word());
    json.put("connection", node.id().key().connection());
    json.put("namespace", node.id().key().namespace());
    json.put("name", node.id().key().name());
    json.put(
        "project",
        application.map(a -> a.project().isEmpty() ? "default" : a.project()).orElse(null));
    json.put("sync", application.map(a -> a.sync().word()).orElse(null));
    json.put("health", node.health().word());
    json.put("rolledUpHealth", node.rolledUp().worst().word());
    json.put("culprit", path.isEmpty() ? null : path.get(path.size() - 1).toString());
    json.put("revision", application.map(RevisionText::of).filter(r -> !r.isEmpty()).orElse(null));
    json.put("environment", landscape.environment(node.id()).map(Environment::name).orElse(null));
    json.put("service", landscape.service(node.id()).map(Service::name).orElse(null));
    json.put("flags", node.flags().stream().sorted().map(NodeFlag::word).toList());
    return json;
  }
}
