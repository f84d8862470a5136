package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.SyncWindow;
import io.appofapps.confluence.promotion.gate.SyncWindows.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether Argo CD would apply the change at once: the windows of the target, and of the Application
 * that declares it, which has to be synced before. A promotion never starts a sync itself. With
 * automatic sync Argo CD starts one when it sees the commit, and judges it as automatic; without, a
 * person has to, and it is judged as manual.
 */
final class SyncWindowGate {

  static final String NAME = "sync-window";

  private static final Duration JUST_AFTER = Duration.ofMillis(1);
  private static final Duration HORIZON = Duration.ofDays(400);

  /** How many windows are looked at, over all moments; a schedule may fire every minute. */
  private static final int PATIENCE = 20_000;

  private SyncWindowGate() {}

  static Gate judge(Situation situation, Instant now) {
    List<SyncWindows> all = new ArrayList<>();
    for (Application application : situation.synced()) {
      boolean isTarget = application.key().equals(situation.target().key());
      Optional<AppProject> project = situation.project(application);
      Optional<List<SyncWindow>> windows = project.flatMap(AppProject::syncWindows);
      if (windows.isEmpty()) {
        return isTarget
            ? Gate.closed(NAME, "aoa.promotion.gate.project-unknown", Situation.name(application))
            : Gate.closed(NAME, "aoa.promotion.gate.parent-project-unknown", targetOf(situation));
      }
      all.add(new SyncWindows(windows.get(), application, !application.automated()));
    }
    Verdict target = all.get(0).at(now);
    if (!target.open()) {
      return closed(situation, target).opening(nextOpening(all, now));
    }
    return all.stream().allMatch(each -> each.at(now).open())
        ? Gate.open(NAME, "aoa.promotion.gate.windows-open")
        : Gate.closed(NAME, "aoa.promotion.gate.parent-window", targetOf(situation))
            .opening(nextOpening(all, now));
  }

  private static Gate closed(Situation situation, Verdict verdict) {
    String text =
        switch (verdict.why()) {
          case DENIED -> "aoa.promotion.gate.window-denies";
          case OUTSIDE -> "aoa.promotion.gate.outside-window";
          default -> "aoa.promotion.gate.window-unreadable";
        };
    return Gate.closed(
        NAME,
        text,
        Situation.name(situation.target()),
        targetOf(situation),
        verdict.window().map(SyncWindowGate::words).orElse(""));
  }

  private static String targetOf(Situation situation) {
    return situation.target().key().name();
  }

  private static String words(SyncWindow window) {
    return Stream.of(window.schedule(), window.duration(), window.timeZone(), window.description())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Optional<Instant> nextOpening(List<SyncWindows> all, Instant now) {
    int left = PATIENCE;
    int each = 1 + all.stream().mapToInt(SyncWindows::size).sum();
    Optional<Instant> moment = Optional.of(now);
    Instant end = now.plus(HORIZON);
    while (moment.isPresent() && moment.get().isBefore(end) && left > 0) {
      Instant after = moment.get();
      if (all.stream().allMatch(windows -> windows.at(after.plus(JUST_AFTER)).open())) {
        return moment;
      }
      moment =
          all.stream()
              .flatMap(windows -> windows.nextChange(after).stream())
              .min(Instant::compareTo);
      left -= each;
    }
    return Optional.empty();
  }
}
