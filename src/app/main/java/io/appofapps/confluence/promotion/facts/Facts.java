package io.appofapps.confluence.promotion.facts;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.gate.Gates;
import io.appofapps.confluence.promotion.gate.Situation;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.tree.TreeNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole state of one moment, as far as promotions ask for it. It does not change. Nothing of it
 * may be shown before somebody has decided that the person may see it.
 */
public final class Facts {

  private final Snapshot snapshot;
  private final Configuration configuration;
  private final Supplier<List<Freeze>> freezes;
  private final Supplier<List<Promotion>> open;
  private final Instant now;

  /**
   * @param freezes reads all in force; asked at most once, and only when somebody wants to know
   * @param open reads all promotions that are not settled; as above
   */
  Facts(
      Snapshot snapshot,
      Configuration configuration,
      Supplier<List<Freeze>> freezes,
      Supplier<List<Promotion>> open,
      Instant now) {
    this.snapshot = snapshot;
    this.configuration = configuration;
    this.freezes = new Once<>(freezes);
    this.open = new Once<>(open);
    this.now = now;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public Instant now() {
    return now;
  }

  public PromotionRules rules() {
    return configuration.promotion();
  }

  /** What the environment asks for. */
  public EnvironmentRule rule(String environment) {
    return rules().rule(environment);
  }

  public Rights rights() {
    return new Rights(snapshot);
  }

  /** The deployment set of that key. */
  public Optional<DeploymentSet> set(String key) {
    return DeploymentSets.find(snapshot, configuration, key);
  }

  /** All promotions that are not settled, oldest first. */
  public List<Promotion> open() {
    return open.get();
  }

  public List<Freeze> freezes() {
    return freezes.get();
  }

  /** The Application; empty when the clusters have none of that key. */
  public Optional<Application> application(ApplicationKey key) {
    return Optional.ofNullable(snapshot.applications().get(key));
  }

  /** Its node among all trees. */
  public Optional<TreeNode> node(ApplicationKey key) {
    return forest().node(NodeId.application(key)).filter(node -> node.application().isPresent());
  }

  public Forest forest() {
    return Forests.of(snapshot);
  }

  /** Name of the Application's environment, empty when it has none. */
  public String environment(ApplicationKey key) {
    return Landscapes.of(snapshot, configuration)
        .environment(NodeId.application(key))
        .map(Environment::name)
        .orElse("");
  }

  /** The Application whose source declares this one, itself or by an ApplicationSet. */
  public Optional<Application> parent(ApplicationKey key) {
    Optional<TreeNode> owner = forest().node(NodeId.application(key)).flatMap(this::owner);
    return owner
        .filter(node -> node.id().kind() == NodeKind.APPLICATION_SET)
        .map(this::owner)
        .orElse(owner)
        .flatMap(TreeNode::application);
  }

  private Optional<TreeNode> owner(TreeNode node) {
    return node.parents().stream().findFirst().flatMap(edge -> forest().node(edge.parent()));
  }

  /** Whether the state of the Applications' clusters is that of now. */
  public boolean isCurrent(Collection<ApplicationKey> applications) {
    return applications.stream()
        .map(key -> snapshot.connections().get(key.connection()))
        .allMatch(state -> state != null && state.phase() == ConnectionState.Phase.LIVE);
  }

  /** How each gate of a promotion stands. */
  public List<Gate> gates(Promotion promotion) {
    Request request = promotion.request();
    return gates(
        request.set(),
        request.to(),
        request.source(),
        request.target(),
        Optional.of(promotion),
        request.rollsBack());
  }

  /**
   * How each gate stands.
   *
   * @param self the promotion, empty while it is only planned
   * @param back id of the promotion that it takes back; that one does not stand in its way
   */
  public List<Gate> gates(
      String set,
      String to,
      ApplicationKey source,
      ApplicationKey target,
      Optional<Promotion> self,
      Optional<String> back) {
    Collection<AppProject> projects = snapshot.projects().values();
    return Gates.judge(
        new Situation(
            set,
            application(source).orElseGet(() -> Application.unknown(source)),
            application(target).orElseGet(() -> Application.unknown(target)),
            parent(target),
            projects,
            isCurrent(Stream.of(source, target).toList()),
            rule(to).soak(),
            freezes(),
            open().stream().filter(other -> back.filter(other.id()::equals).isEmpty()).toList(),
            self,
            back.isPresent()),
        now);
  }

  /** Asks once, and keeps the answer. */
  private static final class Once<T> implements Supplier<T> {

    private final Supplier<T> question;
    private T answer;

    private Once(Supplier<T> question) {
      this.question = question;
    }

    @Override
    public synchronized T get() {
      if (answer == null) {
        answer = question.get();
      }
      return answer;
    }
  }
}
