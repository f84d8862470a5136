package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a sync window is active. As in Argo CD the clock on the wall is that of the zone's offset at
 * the moment in question, also for what happened before the clocks were changed; the moments of
 * beginning and end are not part of the window; and a schedule that no day ever fulfils is always
 * active.
 */
final class WindowTimes {

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** In the database of time zones, but not in Java's. */
  private static final Map<String, ZoneId> OLD_ZONES =
      Map.of(
          "EST", ZoneOffset.ofHours(-5),
          "MST", ZoneOffset.ofHours(-7),
          "HST", ZoneOffset.ofHours(-10));

  private final CronSchedule schedule;
  private final Duration duration;
  private final ZoneId zone;

  private WindowTimes(CronSchedule schedule, Duration duration, ZoneId zone) {
    this.schedule = schedule;
    this.duration = duration;
    this.zone = zone;
  }

  /** The times of the window, empty when its schedule or duration cannot be read. */
  static Optional<WindowTimes> of(SyncWindow window) {
    return CronSchedule.parse(window.schedule())
        .flatMap(
            schedule ->
                GoDuration.parse(window.duration())
                    .map(length -> new WindowTimes(schedule, length, zone(window.timeZone()))));
  }

  /** A zone that nobody knows is UTC, as in Argo CD. */
  private static ZoneId zone(String name) {
    return ZONES.contains(name) ? ZoneId.of(name) : OLD_ZONES.getOrDefault(name, ZoneOffset.UTC);
  }

  boolean isActive(Instant at) {
    LocalDateTime wall = wall(at);
    return schedule.next(wall.minus(duration)).map(next -> next.isBefore(wall)).orElse(true);
  }

  /** The next moment at which it may begin or end, empty when nothing changes any more. */
  Optional<Instant> nextChange(Instant after) {
    LocalDateTime wall = wall(after);
    ZoneOffset offset = zone.getRules().getOffset(after);
    Optional<Instant> begins = schedule.next(wall).map(next -> next.toInstant(offset));
    Optional<Instant> ends =
        schedule.next(wall.minus(duration)).map(next -> next.plus(duration).toInstant(offset));
    Optional<Instant> clockChanges =
        Optional.ofNullable(zone.getRules().nextTransition(after))
            .map(ZoneOffsetTransition::getInstant);
    return Stream.of(begins, ends, clockChanges)
        .flatMap(Optional::stream)
        .filter(moment -> moment.isAfter(after))
        .min(Instant::compareTo);
  }

  private LocalDateTime wall(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }
}
