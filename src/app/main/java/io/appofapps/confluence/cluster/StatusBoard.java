package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.WatchStatus.Phase;
import io.appofapps.confluence.state.ConnectionState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes one state of a connection from those of its watchers. */
final class StatusBoard {

  private final WatchStatus[] statuses;

  StatusBoard(List<Boolean> required) {
    statuses =
        required.stream()
            .map(each -> new WatchStatus(each, Phase.CONNECTING, "", Optional.empty()))
            .toArray(WatchStatus[]::new);
  }

  /**
   * How the connection stands.
   *
   * @param phase what it is doing
   * @param reason for people, empty while all is well
   * @param asOf as old as its oldest part; empty when a needed part is not there yet
   */
  record Verdict(ConnectionState.Phase phase, String reason, Optional<Instant> asOf) {}

  /** Takes the status of the watcher with that number and judges anew. */
  synchronized Verdict update(int watcher, WatchStatus status, boolean hasData) {
    statuses[watcher] = status;
    return new Verdict(phase(hasData), reason(), asOf());
  }

  private ConnectionState.Phase phase(boolean hasData) {
    if (isAny(Phase.DENIED, true)) {
      return ConnectionState.Phase.DENIED;
    }
    if (isAny(Phase.ABSENT, true)) {
      return ConnectionState.Phase.MISCONFIGURED;
    }
    if (isAny(Phase.DOWN, true) || isAny(Phase.DOWN, false)) {
      return hasData ? ConnectionState.Phase.STALE : ConnectionState.Phase.UNREACHABLE;
    }
    if (isAny(Phase.CONNECTING, true) || isAny(Phase.CONNECTING, false)) {
      return ConnectionState.Phase.CONNECTING;
    }
    return ConnectionState.Phase.LIVE;
  }

  private boolean isAny(Phase phase, boolean required) {
    return Arrays.stream(statuses)
        .anyMatch(status -> status.phase() == phase && status.required() == required);
  }

  /** Reasons of the required watchers first, each once. */
  private String reason() {
    return Arrays.stream(statuses)
        .sorted(Comparator.comparing(WatchStatus::required).reversed())
        .map(WatchStatus::reason)
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private Optional<Instant> asOf() {
    boolean incomplete =
        Arrays.stream(statuses)
            .anyMatch(status -> status.asOf().isEmpty() && !isDispensable(status));
    return incomplete
        ? Optional.empty()
        : Arrays.stream(statuses)
            .flatMap(
                status ->
                    isDispensable(status)
                        ? Optional.<Instant>empty().stream()
                        : status.asOf().stream())
            .min(Comparator.naturalOrder());
  }

  private static boolean isDispensable(WatchStatus status) {
    return !status.required() && (status.phase() == Phase.DENIED || status.phase() == Phase.ABSENT);
  }
}
