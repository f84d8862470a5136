package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.gate.Freeze.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All conditions of a promotion. What is not known keeps a gate closed. */
public final class Gates {

  private static final Comparator<Promotion> FIRST_ASKED =
      Comparator.<Promotion, Instant>comparing(each -> each.request().at())
          .thenComparing(Promotion::id);

  private Gates() {}

  /** How each gate stands, always in the same order. */
  public static List<Gate> judge(Situation situation, Instant now) {
    List<Gate> gates = new ArrayList<>();
    gates.add(freeze(situation));
    gates.add(inProgress(situation));
    if (!situation.back()) {
      gates.add(sourceHealthy(situation));
      gates.add(soak(situation, now));
      gates.add(targetDrift(situation));
    }
    gates.add(SyncWindowGate.judge(situation, now));
    return List.copyOf(gates);
  }

  private static Gate freeze(Situation situation) {
    String name = "freeze";
    Scope set = new Scope.OfSet(situation.set());
    Scope project =
        new Scope.OfProject(
            situation.target().key().connection(), Situation.name(situation.target()));
    return situation.freezes().stream()
        .filter(each -> each.scope().equals(set) || each.scope().equals(project))
        .min(Comparator.comparing(Freeze::since))
        .map(
            each ->
                Gate.closed(
                    name,
                    each.scope().equals(set)
                        ? "aoa.promotion.gate.frozen-set"
                        : "aoa.promotion.gate.frozen-project",
                    each.by().name(),
                    each.reason(),
                    Situation.name(situation.target())))
        .orElseGet(() -> Gate.open(name, "aoa.promotion.gate.not-frozen"));
  }

  private static Gate inProgress(Situation situation) {
    String name = "in-progress";
    return situation.others().stream()
        .filter(other -> other.request().target().equals(situation.target().key()))
        .filter(other -> !other.state().isSettled())
        .filter(other -> goesFirst(other, situation.self()))
        .min(FIRST_ASKED)
        .map(
            other ->
                Gate.closed(name, "aoa.promotion.gate.another-one", other.request().by().name()))
        .orElseGet(() -> Gate.open(name, "aoa.promotion.gate.no-other-one"));
  }

  /** Of two that wait for each other the first goes on; one that has left is let through. */
  private static boolean goesFirst(Promotion other, Optional<Promotion> self) {
    if (self.isEmpty()) {
      return true;
    }
    boolean onItsWay = !other.commits().isEmpty() || other.state() == PromotionState.IN_REVIEW;
    return !other.id().equals(self.get().id())
        && (onItsWay || FIRST_ASKED.compare(other, self.get()) < 0);
  }

  private static Gate sourceHealthy(Situation situation) {
    String name = "source-healthy";
    Application source = situation.source();
    if (!situation.current()) {
      return Gate.closed(name, "aoa.promotion.gate.state-old", source.key().name());
    }
    boolean well =
        source.health() == HealthStatus.HEALTHY
            && source.sync() == SyncStatus.SYNCED
            && source.deletedAt().isEmpty();
    return well
        ? Gate.open(name, "aoa.promotion.gate.source-well", source.key().name())
        : Gate.closed(
            name,
            "aoa.promotion.gate.source-not-well",
            source.key().name(),
            source.sync().word(),
            source.health().word());
  }

  /** The version soaks from when it was deployed, or from when the source got well after that. */
  private static Gate soak(Situation situation, Instant now) {
    String name = "soak-time";
    Duration soak = situation.soak();
    if (soak.isZero()) {
      return Gate.open(name, "aoa.promotion.gate.no-soak");
    }
    String source = situation.source().key().name();
    Optional<Instant> deployed = situation.source().details().deployedAt();
    if (deployed.isEmpty()) {
      return Gate.closed(name, "aoa.promotion.gate.soak-unknown", source);
    }
    Instant since =
        Stream.concat(deployed.stream(), situation.source().healthSince().stream())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Instant soaked = since.plus(soak);
    String minutes = Long.toString(soak.toMinutes());
    return now.isBefore(soaked)
        ? Gate.closed(name, "aoa.promotion.gate.soaking", source, minutes)
            .opening(Optional.of(soaked))
        : Gate.open(name, "aoa.promotion.gate.soaked", source, minutes);
  }

  private static Gate targetDrift(Situation situation) {
    String name = "target-drift";
    Application target = situation.target();
    String shown = target.key().name();
    if (!situation.current()) {
      return Gate.closed(name, "aoa.promotion.gate.state-old", shown);
    }
    if (target.sync() != SyncStatus.SYNCED) {
      return Gate.closed(name, "aoa.promotion.gate.target-differs", shown, target.sync().word());
    }
    boolean changedByHand =
        situation.parent().stream()
            .flatMap(parent -> parent.children().stream())
            .anyMatch(child -> isOtherThanInGit(child, target.key()));
    return changedByHand
        ? Gate.closed(name, "aoa.promotion.gate.target-by-hand", shown)
        : Gate.open(name, "aoa.promotion.gate.target-as-in-git", shown);
  }

  /** A manifest without a namespace is applied to the parent's own destination. */
  private static boolean isOtherThanInGit(ChildReference child, ApplicationKey target) {
    return child.kind() == ChildReference.Kind.APPLICATION
        && child.sync() == SyncStatus.OUT_OF_SYNC
        && child.name().equals(target.name())
        && (child.namespace().isEmpty() || child.namespace().equals(target.namespace()));
  }
}
