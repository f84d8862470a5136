package io.appofapps.confluence.application;

import java.util.List;

/**
 * A sync window of an AppProject as written; whether it can be read is for those who judge it.
 *
 * @param kind {@code allow} or {@code deny}
 * @param schedule when it opens, as cron
 * @param duration how long it stays open, as Go writes durations
 * @param timeZone name of the zone of the schedule, empty for UTC
 * @param applications globs of names
 * @param namespaces globs of destination namespaces
 * @param clusters globs of destination names and servers
 * @param manualSync whether people may sync in spite of it
 * @param andOperator whether an Application has to match all lists that are not empty, not just one
 * @param description for people, may be empty
 */
public record SyncWindow(
    String kind,
    String schedule,
    String duration,
    String timeZone,
    List<String> applications,
    List<String> namespaces,
    List<String> clusters,
    boolean manualSync,
    boolean andOperator,
    String description) {

  public SyncWindow {
    applications = List.copyOf(applications);
    namespaces = List.copyOf(namespaces);
    clusters = List.copyOf(clusters);
  }
}
