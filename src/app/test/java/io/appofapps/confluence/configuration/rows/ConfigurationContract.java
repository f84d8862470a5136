package io.appofapps.confluence.configuration.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.VersionConflictException;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.kubernetes.Await;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.java.ao.DBParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of the configuration promises, whatever the database. */
abstract class ConfigurationContract {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-02-28T23:59:59.123Z");

  private TestActiveObjects ao;
  private StoredConfigurations here;
  private StoredConfigurations there;

  /** Active Objects on an empty database. */
  abstract TestActiveObjects database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    ao = database();
    ao.migrate(VersionRow.class);
    here = new StoredConfigurations(ao, Clock.fixed(NOW, ZoneOffset.UTC));
    there = new StoredConfigurations(ao, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    here.stop();
    there.stop();
    ao.close();
  }

  @Test
  void beforeAnybodyHasDecidedTheEmptyConfigurationHolds() {
    here.start();

    assertThat(here.current()).isEqualTo(Configuration.EMPTY);
    assertThat(here.latest())
        .isEqualTo(new StoredConfiguration(0, Configuration.EMPTY, "", Instant.EPOCH));
  }

  @Test
  void whatIsSavedHoldsHereAtOnceOnOtherNodesSoonAndAfterARestart() {
    here.start();
    there.start();
    AtomicInteger heard = new AtomicInteger();
    here.onChange(heard::incrementAndGet);
    there.onChange(heard::incrementAndGet);

    StoredConfiguration stored = here.replace(0, named("\u00e4\ud83d\ude80"), "k\ud83d\ude80");

    assertThat(stored)
        .isEqualTo(new StoredConfiguration(1, named("\u00e4\ud83d\ude80"), "k?", NOW));
    assertThat(here.current()).isEqualTo(stored.configuration());
    Await.until(LIMIT, () -> "both to hear of it", () -> heard.get() == 2);
    assertThat(there.current()).isEqualTo(stored.configuration());
    assertThat(there.latest()).isEqualTo(stored);
    StoredConfigurations restarted = new StoredConfigurations(ao);
    restarted.start();
    assertThat(restarted.current()).isEqualTo(stored.configuration());
    restarted.stop();
  }

  @Test
  void savingWhatHoldsAlreadyChangesNothing() {
    StoredConfiguration first = here.replace(0, named("a"), "one");
    ao.writes.set(0);

    assertThat(there.replace(1, named("a"), "two")).isEqualTo(first);
    assertThat(ao.writes).hasValue(0);
  }

  @Test
  void whoChangesAnOlderVersionIsToldSo() {
    here.replace(0, named("a"), "one");

    assertThatThrownBy(() -> there.replace(0, named("b"), "two"))
        .isInstanceOf(VersionConflictException.class);
    assertThatThrownBy(() -> there.replace(7, named("b"), "two"))
        .isInstanceOf(VersionConflictException.class);
    assertThat(there.latest().configuration()).isEqualTo(named("a"));
  }

  @Test
  void ofTwoNodesThatSaveInTheSameMomentOneIsToldOfTheOther() throws Exception {
    CountDownLatch inserted = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () ->
                ao.executeInTransaction(
                    () -> {
                      ao.create(
                          VersionRow.class,
                          new DBParam("VERSION_NUMBER", 1L),
                          new DBParam("DOCUMENT", "{\"version\":1}"));
                      inserted.countDown();
                      await(go);
                      return null;
                    }));
    await(inserted);
    CompletableFuture<StoredConfiguration> mine =
        CompletableFuture.supplyAsync(() -> here.replace(0, named("a"), "one"));
    ao.awaitWaitingWriter();
    go.countDown();
    other.get(20, TimeUnit.SECONDS);

    assertThatThrownBy(() -> mine.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(VersionConflictException.class);
    assertThat(here.latest().configuration()).isEqualTo(Configuration.EMPTY);
  }

  @Test
  void ofManyThatSaveOnTheSameVersionExactlyOneWins() throws Exception {
    CyclicBarrier start = new CyclicBarrier(6);
    AtomicInteger won = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();
    List<CompletableFuture<Void>> all =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.runAsync(() -> race(start, i, won, lost)))
            .toList();
    for (CompletableFuture<Void> each : all) {
      each.get(60, TimeUnit.SECONDS);
    }

    assertThat(won).hasValue(1);
    assertThat(lost).hasValue(5);
    assertThat(here.latest().version()).isEqualTo(1);
  }

  @Test
  void whatBreaksARuleIsRefusedAndNothingIsWritten() {
    Configuration doubled = with(connection("a"), connection("b"));

    assertThatThrownBy(() -> here.replace(0, doubled, "one"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("connections[1].id");
    assertThat(ao.writes).hasValue(0);
  }

  @Test
  void theLastFiftyVersionsAreKept() {
    for (int i = 0; i < 60; i++) {
      here.replace(i, named("name " + i), "one");
    }

    assertThat(ao.find(VersionRow.class))
        .extracting(VersionRow::getVersionNumber)
        .hasSize(50)
        .contains(11L, 60L);
    assertThat(there.latest().configuration()).isEqualTo(named("name 59"));
  }

  @Test
  void whileTheDatabaseIsAwayTheLastConfigurationStaysInForce() {
    here.start();
    here.replace(0, named("a"), "one");
    ao.away.set(true);
    assertThat(here.current()).isEqualTo(named("a"));
    assertThatThrownBy(here::latest).isInstanceOf(IllegalStateException.class);
    StoredConfigurations late = new StoredConfigurations(ao);
    late.start();
    assertThat(late.current()).isEqualTo(Configuration.EMPTY);

    ao.away.set(false);
    Await.until(LIMIT, () -> "it to be read", () -> late.current().equals(named("a")));
    late.stop();
  }

  @Test
  void aVersionThatCannotBeReadLeavesTheOneBeforeInForceAndIsOverwrittenByNobody() {
    here.start();
    here.replace(0, named("a"), "one");
    ao.create(
        VersionRow.class,
        new DBParam("VERSION_NUMBER", 2L),
        new DBParam("DOCUMENT", "{\"version\":1,\"invented\":{}}"));
    int looks = ao.transactions();
    Await.until(LIMIT, () -> "some more looks", () -> ao.transactions() > looks + 3);

    assertThat(here.current()).isEqualTo(named("a"));
    assertThatThrownBy(() -> here.replace(1, named("b"), "one"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("invented");
  }

  @Test
  void nothingIsWrittenWhileNothingChangesAndNoThreadStays() {
    here.start();
    here.replace(0, named("a"), "one");
    ao.writes.set(0);
    int looks = ao.transactions();
    Await.until(LIMIT, () -> "some more looks", () -> ao.transactions() > looks + 3);
    assertThat(ao.writes).hasValue(0);

    here.stop();
    Await.until(
        LIMIT,
        () -> "the thread to end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("app-of-apps-configuration")));
  }

  private void race(CyclicBarrier start, int number, AtomicInteger won, AtomicInteger lost) {
    StoredConfigurations node = new StoredConfigurations(ao);
    try {
      start.await(20, TimeUnit.SECONDS);
      node.replace(0, named("n" + number), "node " + number);
      won.incrementAndGet();
    } catch (VersionConflictException e) {
      lost.incrementAndGet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Configuration named(String name) {
    return with(connection(name));
  }

  private static Configuration with(ConnectionSettings... connections) {
    return Configuration.EMPTY.withConnections(List.of(connections));
  }

  private static ConnectionSettings connection(String name) {
    return new ConnectionSettings(
        "a",
        name,
        Optional.of(URI.create("https://example.com")),
        Optional.empty(),
        false,
        Optional.empty(),
        new SignIn.Token(new SecretReference("a.token"), Optional.empty()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
