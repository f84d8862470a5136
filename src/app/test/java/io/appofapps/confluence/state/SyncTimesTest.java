package io.appofapps.confluence.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when a sync status holds. */
class SyncTimesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = NOON;
  private final StateStore store =
      new StateStore(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @BeforeEach
  void configure() {
    store.configure(List.of("default"));
  }

  @Test
  void anApplicationSeenForTheFirstTimeHasItsStatusAtLeastSinceArgoCdComparedIt() {
    list(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).reconciledAt(NOON.minusSeconds(60)).build());

    assertThat(since()).isEqualTo(Since.atLeast(NOON.minusSeconds(60)));
  }

  @Test
  void aComparisonInTheFutureOfThisClockIsNotBelieved() {
    list(Apps.app("a").reconciledAt(NOON.plusSeconds(60)).build());

    assertThat(since()).isEqualTo(Since.atLeast(NOON));
  }

  @Test
  void theSameStatusHoldsOnWhateverElseChanges() {
    list(Apps.app("a").build());
    later();
    watch(Apps.app("a").label("x", "y").build());
    later();
    list(Apps.app("a").label("x", "z").build());

    assertThat(since()).isEqualTo(Since.atLeast(NOON));
  }

  @Test
  void aChangeThatWasWatchedIsExact() {
    list(Apps.app("a").build());
    later();
    watch(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).build());

    assertThat(since()).isEqualTo(Since.exactly(now));
  }

  @Test
  void aChangeFoundInAListHappenedAtSomeTimeBefore() {
    list(Apps.app("a").build());
    later();
    list(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).build());

    assertThat(since()).isEqualTo(Since.atLeast(now));
  }

  @Test
  void changesInOneBurstAreJudgedInTheirOrder() {
    list(Apps.app("a").build());
    later();
    store.apply(
        List.of(
            upsert(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).build()),
            upsert(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).label("x", "y").build())));

    assertThat(since()).isEqualTo(Since.exactly(now));
  }

  @Test
  void whatTheWatchingNodeHasNotedIsLeftAlone() {
    list(Apps.app("a").sync(SyncStatus.OUT_OF_SYNC).build());
    Application noted = app();
    StateStore follower = new StateStore(Clock.systemUTC());
    follower.configure(List.of("default"));

    follower.reload("default", List.of(upsert(noted)));

    assertThat(follower.current().applications()).containsValue(noted);
  }

  private void later() {
    now = now.plus(Duration.ofMinutes(5));
  }

  private void list(Application app) {
    store.replace(ResourceKind.APPLICATION, Scope.all("default"), List.of(app));
  }

  private void watch(Application app) {
    store.apply(List.of(upsert(app)));
  }

  private static Change<Application> upsert(Application app) {
    return new Change.Upsert<>(ResourceKind.APPLICATION, app);
  }

  private Application app() {
    return store.current().applications().get(Apps.key("a"));
  }

  private Since since() {
    return app().details().syncSince().orElseThrow();
  }
}
