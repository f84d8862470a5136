package io.appofapps.confluence.cluster;

import java.time.Duration;

/**
 * How patient a watcher is. All are measured with the monotonic clock, so that setting the time of
 * day moves none of them.
 *
 * @param probe time between two questions whether the server still answers
 * @param silence without any event or bookmark for this long, a watch is taken for dead; only on
 *     servers that have sent bookmarks, which Kubernetes does about once a minute
 * @param age after this a watch is opened anew in any case
 * @param resume a watch goes on from its last version when the server was heard of this recently;
 *     after a longer gap it may have been restored from a backup, so all is listed
 * @param relist all is listed anew this often, which mends whatever a watch may have lost
 */
record WatchLimits(
    Duration probe, Duration silence, Duration age, Duration resume, Duration relist) {

  static final WatchLimits DEFAULT =
      new WatchLimits(
          Duration.ofSeconds(4),
          Duration.ofSeconds(100),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofHours(1));
}
