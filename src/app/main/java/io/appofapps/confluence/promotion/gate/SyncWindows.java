package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Glob;
import io.appofapps.confluence.application.PatientText;
import io.appofapps.confluence.application.SyncWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * The sync windows that concern one Application, judged as Argo CD judges them: an active deny
 * closes, else an active allow opens, else an inactive allow closes. Windows that people may pass
 * let a manual sync through if all those that close are such. One that cannot be read closes.
 */
final class SyncWindows {

  /** Why it is open or closed. */
  enum Why {
    OPEN,
    /** A deny window is active. */
    DENIED,
    /** Syncs are let through in allow windows only, and none is active. */
    OUTSIDE,
    /** A window cannot be read; Argo CD syncs nothing then. */
    UNREADABLE
  }

  /**
   * How it stands at one moment.
   *
   * @param window the first of those that close, empty when open
   */
  record Verdict(Why why, Optional<SyncWindow> window) {

    private static final Verdict OPEN = new Verdict(Why.OPEN, Optional.empty());

    boolean open() {
      return why == Why.OPEN;
    }
  }

  private record Timed(SyncWindow window, Optional<WindowTimes> times) {

    boolean is(String kind) {
      return window.kind().equals(kind);
    }
  }

  private final List<Timed> windows = new ArrayList<>();
  private final boolean manual;

  /**
   * @param all of the Application's project
   * @param manual whether a person starts the sync
   */
  SyncWindows(List<SyncWindow> all, Application application, boolean manual) {
    this.manual = manual;
    for (SyncWindow window : all) {
      try {
        if (concerns(window, application)) {
          windows.add(new Timed(window, WindowTimes.of(window)));
        }
      } catch (PatientText.ExhaustedException e) {
        windows.add(new Timed(window, Optional.empty()));
      }
    }
  }

  private static boolean concerns(SyncWindow window, Application application) {
    Destination to = application.destination();
    Predicate<String> cluster =
        glob ->
            (!to.name().isEmpty() && matches(glob, to.name()))
                || (!to.server().isEmpty() && matches(glob, to.server()));
    List<Optional<Boolean>> lists =
        List.of(
            any(window.applications(), glob -> matches(glob, application.key().name())),
            any(window.clusters(), cluster),
            any(window.namespaces(), glob -> matches(glob, to.namespace())));
    List<Boolean> asked = lists.stream().flatMap(Optional::stream).toList();
    return window.andOperator() ? !asked.isEmpty() && !asked.contains(false) : asked.contains(true);
  }

  private static Optional<Boolean> any(List<String> globs, Predicate<String> matches) {
    return globs.isEmpty() ? Optional.empty() : Optional.of(globs.stream().anyMatch(matches));
  }

  private static boolean matches(String glob, String text) {
    try {
      return Glob.compile(glob).matcher(new PatientText(text)).matches();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  Verdict at(Instant moment) {
    List<SyncWindow> denies = new ArrayList<>();
    List<SyncWindow> waiting = new ArrayList<>();
    boolean allowed = false;
    for (Timed each : windows) {
      if (each.times().isEmpty()) {
        return new Verdict(Why.UNREADABLE, Optional.of(each.window()));
      }
      boolean active = each.times().get().isActive(moment);
      if (active && each.is("deny")) {
        denies.add(each.window());
      } else if (active && each.is("allow")) {
        allowed = true;
      } else if (each.is("allow")) {
        waiting.add(each.window());
      }
    }
    if (!denies.isEmpty()) {
      return closed(Why.DENIED, denies);
    }
    return allowed || waiting.isEmpty() ? Verdict.OPEN : closed(Why.OUTSIDE, waiting);
  }

  private Verdict closed(Why why, List<SyncWindow> by) {
    return manual && by.stream().allMatch(SyncWindow::manualSync)
        ? Verdict.OPEN
        : new Verdict(why, by.stream().filter(each -> !manual || !each.manualSync()).findFirst());
  }

  /** The next moment at which the verdict may change, empty when it does not any more. */
  Optional<Instant> nextChange(Instant after) {
    return windows.stream()
        .flatMap(each -> each.times().stream())
        .flatMap(each -> each.nextChange(after).stream())
        .min(Instant::compareTo);
  }

  int size() {
    return windows.size();
  }
}
