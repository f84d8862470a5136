package io.appofapps.confluence.promotion.facts;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Standing;
import io.appofapps.confluence.sight.Actors;
import io.appofapps.confluence.state.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who may do what with promotions. Argo CD's policy and the administrator's rules decide; being an
 * administrator of Confluence gives no right.
 */
public final class Rights {

  /** Argo CD's own account, which its built-in policy names; hardly ever a group. */
  private static final String LOCAL_ADMIN = "admin";

  private final Snapshot snapshot;
  private final Actors actors;

  Rights(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.actors = Actors.of(snapshot);
  }

  /** What somebody is to those who ask for approvals; nothing when nobody knows them any more. */
  public Standing standing(Optional<Participant> account, Optional<Application> target) {
    return account
        .map(known -> standing(known.groups(), known.active(), target))
        .orElse(Standing.NONE);
  }

  /**
   * What a person in those groups is.
   *
   * @param target empty when it is not there any more: then Argo CD gives no right to it
   */
  public Standing standing(Set<String> groups, boolean active, Optional<Application> target) {
    return new Standing(
        active,
        groups,
        target.map(app -> actors.roles(groups, app)).orElse(Set.of()),
        target.filter(app -> actors.maySync(groups, app)).isPresent());
  }

  /** Whether Argo CD lets a person in those groups sync the Application. */
  public boolean maySync(Set<String> groups, Application application) {
    return actors.maySync(groups, application);
  }

  /**
   * Whether a person in those groups may ask for a promotion: who may sync the target; and where
   * somebody else has to agree, also who may sync the source and see the target.
   */
  public boolean mayRequest(
      Set<String> groups, ApprovalRule rule, Application source, Application target) {
    return actors.maySync(groups, target)
        || rule.approvals() > 0
            && rule.fourEyes()
            && actors.maySync(groups, source)
            && actors.mayGet(groups, target);
  }

  /** Names of the groups whose members may approve, sorted, whatever the rule names them by. */
  public List<String> approvers(ApprovalRule rule, Optional<Application> target) {
    return target
        .map(app -> approvers(rule, app))
        .orElseGet(() -> rule.groups().stream().sorted().distinct().toList());
  }

  private List<String> approvers(ApprovalRule rule, Application target) {
    return snapshot
        .present()
        .derived(Known.class, ignored -> new Known())
        .approvers
        .computeIfAbsent(new Known.Question(rule, target.key()), ignored -> find(rule, target));
  }

  private List<String> find(ApprovalRule rule, Application target) {
    boolean everySyncer = rule.groups().isEmpty() && rule.roles().isEmpty();
    Stream<String> byPolicy =
        actors.holders(target).stream()
            .filter(group -> !group.equals(LOCAL_ADMIN))
            .filter(
                group ->
                    everySyncer
                        ? actors.maySync(Set.of(group), target)
                        : actors.roles(Set.of(group), target).stream()
                            .anyMatch(rule.roles()::contains));
    return Stream.concat(rule.groups().stream(), byPolicy).sorted().distinct().toList();
  }

  /** Groups found before: asked for by every drawing of every promotion. */
  private static final class Known {

    private record Question(ApprovalRule rule, ApplicationKey target) {}

    private final Map<Question, List<String>> approvers = new ConcurrentHashMap<>();
  }
}
