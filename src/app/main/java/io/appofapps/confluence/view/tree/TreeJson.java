package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.TreePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets and trees as plain maps and lists, in the shape of the public REST API. */
public final class TreeJson {

  private TreeJson() {}

  /** A set of which somebody sees something, as in the list of sets. */
  public static Map<String, Object> set(Sight.Seen seen) {
    DeploymentSet set = seen.set();
    Look.Tree tree = seen.tree();
    List<TreeNode> tops =
        tree.tops().stream().flatMap(id -> tree.forest().node(id).stream()).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", set.key());
    json.put("title", set.title());
    json.put("connection", set.root().key().connection());
    json.put("root", set.root().toString());
    json.put("applications", applications(tree));
    json.put("orphan", tops.stream().anyMatch(top -> top.is(NodeFlag.ORPHAN)));
    json.put("present", !tops.isEmpty());
    json.put(
        "rolledUpHealth",
        tops.stream()
            .map(top -> top.rolledUp().worst())
            .reduce((a, b) -> b.worseThan(a) ? b : a)
            .map(HealthStatus::word)
            .orElse(null));
    return json;
  }

  private static long applications(Look.Tree tree) {
    return TreeOrder.of(tree).stream()
        .filter(each -> each.node().application().isPresent())
        .count();
  }

  /** When the set's cluster was last known to be so, ISO-8601; empty when nobody knows. */
  public static String asOf(DeploymentSet set, Snapshot snapshot) {
    return Optional.ofNullable(snapshot.connections().get(set.root().key().connection()))
        .flatMap(ConnectionState::asOf)
        .map(Object::toString)
        .orElse("");
  }

  /** {@code {"asOf", "revision", "nodes": [{…}]}} with these nodes. */
  public static Map<String, Object> tree(TreePage.Ready page, List<Occurrence> nodes) {
    Snapshot snapshot = page.snapshot();
    String asOf = asOf(page.set(), snapshot);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", asOf.isEmpty() ? null : asOf);
    json.put("revision", snapshot.revision());
    json.put(
        "nodes", nodes.stream().map(each -> node(each.node(), page.tree().landscape())).toList());
    return json;
  }

  /** One node. */
  public static Map<String, Object> node(TreeNode node, Landscape landscape) {
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
