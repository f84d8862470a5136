package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An Application of the tree that is there.
 *
 * @param node its node
 * @param app what is known of it
 * @param environment its environment, empty when nobody knows it
 * @param service its service, empty when nobody knows it
 */
record Subject(
    TreeNode node, Application app, Optional<String> environment, Optional<String> service) {

  String name() {
    return app.key().name();
  }

  NodeId id() {
    return node.id();
  }

  Optional<NodeId> parent() {
    return node.parents().isEmpty()
        ? Optional.empty()
        : Optional.of(node.parents().get(0).parent());
  }

  boolean inProduction() {
    return environment.filter(name -> name.equals("prod") || name.startsWith("prod-")).isPresent();
  }

  Finding finding(
      FindingKind kind,
      Severity severity,
      Optional<Since> since,
      Sentence headline,
      Sentence... evidence) {
    return finding(kind, severity, since, headline, Arrays.asList(evidence));
  }

  Finding finding(
      FindingKind kind,
      Severity severity,
      Optional<Since> since,
      Sentence headline,
      List<Sentence> evidence) {
    return new Finding(kind, severity, id(), environment, since, headline, evidence);
  }
}
