package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.Subject;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one person sees of deployment sets at one moment, for one question. An Application that is
 * in no cluster any more is seen by those to whom Argo CD's roles do not matter, since nobody can
 * ask for its project.
 */
final class Visibility {

  private final Sight sight;
  private final Actor actor;
  private final Facts facts;
  private final Map<String, Optional<Seen>> seen = new HashMap<>();

  Visibility(Sight sight, Actor actor, Facts facts) {
    this.sight = sight;
    this.actor = actor;
    this.facts = facts;
  }

  /** A set of which the person sees something. */
  record Seen(DeploymentSet set, Look.Tree tree, Set<NodeId> nodes) {

    private static Seen of(DeploymentSet set, Look.Tree tree, Snapshot snapshot) {
      return new Seen(
          set, tree, snapshot.derived(Nodes.class, ignored -> new Nodes()).of(set, tree));
    }

    /** The Applications in it that the person sees. */
    Stream<Application> applications() {
      return nodes.stream()
          .flatMap(id -> tree.forest().node(id).stream())
          .flatMap(node -> node.application().stream());
    }
  }

  /** The set of that key, if they see anything of it. */
  Optional<Seen> set(String key) {
    return seen.computeIfAbsent(
        key,
        asked ->
            facts
                .set(asked)
                .flatMap(
                    set ->
                        sight.look(actor.viewer(), actor.place(), set, facts.snapshot())
                                instanceof Look.Tree tree
                            ? Optional.of(Seen.of(set, tree, facts.snapshot()))
                            : Optional.empty()));
  }

  /** Whether they see what a request is about. */
  boolean sees(Request request) {
    return sees(request.set(), List.of(request.source(), request.target()));
  }

  /** Whether they see what an entry of the log is about. */
  boolean sees(Subject subject) {
    if (!subject.project().isEmpty()) {
      int slash = subject.project().indexOf('/');
      return seesProject(
          subject.project().substring(0, slash), subject.project().substring(slash + 1));
    }
    return sees(
        subject.set(),
        Stream.concat(subject.source().stream(), subject.target().stream()).toList());
  }

  /** Whether they see something of what a freeze holds. */
  boolean sees(Freeze.Scope scope) {
    if (scope instanceof Freeze.Scope.OfSet of) {
      return set(of.set()).isPresent();
    }
    Freeze.Scope.OfProject of = (Freeze.Scope.OfProject) scope;
    return seesProject(of.connection(), of.project());
  }

  private boolean seesProject(String connection, String project) {
    return applications(connection, project).findAny().isPresent();
  }

  /** The Applications of a project that they see, wherever. */
  Stream<Application> applications(String connection, String project) {
    return sight.sets(actor.viewer(), actor.place(), facts.snapshot()).stream()
        .flatMap(each -> set(each.set().key()).stream())
        .flatMap(Seen::applications)
        .filter(each -> each.key().connection().equals(connection))
        .filter(each -> project(each).equals(project))
        .distinct();
  }

  private static String project(Application application) {
    return application.project().isEmpty() ? "default" : application.project();
  }

  private boolean sees(String key, List<ApplicationKey> applications) {
    return set(key)
        .filter(found -> applications.stream().allMatch(each -> sees(found, each)))
        .isPresent();
  }

  private boolean sees(Seen found, ApplicationKey application) {
    return facts.application(application).isPresent()
        ? found.nodes().contains(NodeId.application(application))
        : found.tree().audience().everybody();
  }

  /** The nodes of a tree, found once for all who see the same. */
  private static final class Nodes {

    private record Question(NodeId root, List<NodeId> tops, Look.Audience audience) {}

    private final Map<Question, Set<NodeId>> known = new ConcurrentHashMap<>();

    private Set<NodeId> of(DeploymentSet set, Look.Tree tree) {
      return known.computeIfAbsent(
          new Question(set.root(), tree.tops(), tree.audience()),
          ignored ->
              tree.tops().stream()
                  .flatMap(top -> tree.forest().walk(top).stream())
                  .map(Occurrence::node)
                  .map(TreeNode::id)
                  .collect(Collectors.toUnmodifiableSet()));
    }
  }
}
