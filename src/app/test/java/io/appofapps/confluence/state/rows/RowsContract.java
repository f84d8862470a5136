package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.state.ConnectionState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.java.ao.DBParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rows promise, whatever the database. */
abstract class RowsContract {

  private static final Instant AS_OF = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration SETTLED = Duration.ofSeconds(4);

  private TestActiveObjects ao;

  /** Active Objects on an empty database. */
  abstract TestActiveObjects database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    ao = database();
  }

  @AfterEach
  void close() {
    ao.close();
  }

  @Test
  void aFollowerSeesWhatTheLeaderWrites() {
    RowNode leader = node("a").leads().lists("one", "two").writes();
    RowNode follower = node("b").looks();
    assertThat(follower.values()).containsOnlyKeys("one", "two");

    leader.hears("one", "new").hearsOfTheEndOf("two").hears("three", "x").writes();
    follower.looks();
    assertThat(follower.values()).isEqualTo(Map.of("one", "new", "three", "x"));
  }

  @Test
  void nothingIsWrittenWhileNothingChanges() {
    RowNode leader = node("a").leads().lists("one", "two").isLive(AS_OF).writes();
    ao.writes.set(0);
    for (int second = 1; second <= 60; second++) {
      leader.waits(Duration.ofSeconds(1)).isLive(AS_OF.plusSeconds(second)).looks().writes();
      leader.lists("one", "two");
    }
    assertThat(ao.writes).as("writes in a minute").hasValue(0);
  }

  @Test
  void aNodeThatLeadsAtOnceKnowsTheAgeOfWhatItShows() {
    node("a").leads().lists("one").isLive(AS_OF).writes();
    RowNode next = node("b").leads();
    assertThat(next.values()).containsOnlyKeys("one");
    assertThat(next.state().asOf()).contains(AS_OF);
  }

  @Test
  void onlyChangedRowsAreWrittenAndEachOnce() {
    RowNode leader = node("a").leads().lists("one", "two", "three").writes();
    long before = leader.rows.written();
    leader.hears("two", "x").hears("two", "y").hears("one", "z").hears("one", "").writes();
    assertThat(leader.rows.written() - before).as("two; one is as it was").isEqualTo(1);
  }

  @Test
  void manyRowsAreWrittenInBatches() {
    String[] names = IntStream.range(0, 1_234).mapToObj(i -> "app-" + i).toArray(String[]::new);
    ao.transactions.set(0);
    RowNode leader = node("a").leads().lists(names);
    ao.transactions.set(0);
    leader.writes();
    assertThat(ao.transactions).hasValue(3);
    assertThat(node("b").looks().values()).hasSize(1_234);
  }

  @Test
  void row26_aLateWriterIsRefusedAndNothingOfItsBatchStays() {
    RowNode old = node("a").leads().lists("one").writes();
    RowNode successor = node("b").leads().lists(Map.of("one", "b")).isLive(AS_OF).writes();

    old.hears("one", "late").hears("two", "late");
    assertThatThrownBy(old::writes).isInstanceOf(FencedException.class);

    assertThat(old.connection.isLeading()).isFalse();
    assertThat(node("c").looks().values()).isEqualTo(Map.of("one", "b"));
    assertThat(successor.looks().writes().connection.isLeading()).isTrue();
  }

  @Test
  void aWriterThatIsOvertakenWhileItWaitsForTheRowsLockSeesTheNewTerm() throws Exception {
    RowNode old = node("a").leads().lists("one").writes();
    RowNode successor = node("b");
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> takeover =
        CompletableFuture.runAsync(
            () ->
                ao.executeInTransaction(
                    () -> {
                      ConnectionRow row = ao.find(ConnectionRow.class)[0];
                      row.setTermNumber(row.getTermNumber() + 1);
                      row.save();
                      taken.countDown();
                      await(go);
                      return null;
                    }));
    await(taken);
    old.hears("one", "late");
    CompletableFuture<Void> late = CompletableFuture.runAsync(old::writes);
    ao.awaitWaitingWriter();
    go.countDown();
    takeover.get(20, TimeUnit.SECONDS);

    assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    if (old.connection.isLeading()) {
      // a serializable database refuses whoever has waited, so it takes another try
      assertThatThrownBy(old::writes).isInstanceOf(FencedException.class);
    }
    assertThat(old.connection.isLeading()).isFalse();
    assertThat(successor.looks().values()).isEqualTo(Map.of("one", ""));
  }

  @Test
  void aDisplacedLeaderKeepsWhatItKnowsUntilItsSuccessorHasListed() {
    RowNode old = node("a").leads().lists(Map.of("one", "1")).isLive(AS_OF).writes();
    old.hears("one", "2");
    RowNode successor = node("b").leads();
    assertThat(successor.values()).as("as the rows say").isEqualTo(Map.of("one", "1"));
    old.looks();
    old.connection.ended();
    old.waits(SETTLED).looks();
    assertThat(old.values()).isEqualTo(Map.of("one", "2"));

    successor.lists(Map.of("one", "2", "two", "1")).isLive(AS_OF).writes();
    old.looks();
    assertThat(old.values()).isEqualTo(Map.of("one", "2", "two", "1"));
    assertThat(old.connection.backlog()).isZero();
  }

  @Test
  void whatADisplacedLeaderKnewAloneGoesWhenTheClusterNoLongerHasIt() {
    RowNode old = node("a").leads().lists(Map.of("one", "1")).isLive(AS_OF).writes();
    old.hears("one", "2").hears("passing", "1");
    RowNode successor = node("b").leads();
    old.looks();
    old.connection.ended();
    successor.lists(Map.of("one", "1")).isLive(AS_OF).writes();

    assertThat(old.waits(SETTLED).looks().values()).isEqualTo(Map.of("one", "1"));
  }

  @Test
  void aLeaderThatComesBackBeforeAnybodyElseWritesWhatItStillHad() {
    RowNode node = node("a").leads().lists("one").writes();
    node.hears("one", "2");
    node.connection.displaced();
    node.connection.ended();
    node.leads().writes();

    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", "2"));
  }

  @Test
  void whatWasLeftOfAnEarlierTermIsWrittenOnlyAfterAList() {
    RowNode first = node("a").leads().lists(Map.of("one", "1")).isLive(AS_OF).writes();
    first.hears("one", "2");
    RowNode second = node("b").leads();
    second.hears("one", "3");
    first.looks().connection.ended();
    first.leads().writes();
    assertThat(node("c").looks().values()).as("2 may be old news").isEqualTo(Map.of("one", "1"));

    first.lists(Map.of("one", "3", "two", "1")).isLive(AS_OF).writes();
    assertThat(node("d").looks().values()).isEqualTo(Map.of("one", "3", "two", "1"));
    assertThat(first.connection.backlog()).isZero();
  }

  @Test
  void whatWasLeftAndIsStillRightIsWrittenWhenTheListSaysSo() {
    RowNode first = node("a").leads().lists(Map.of("one", "1")).isLive(AS_OF).writes();
    first.hears("one", "2");
    node("b").leads();
    first.looks().connection.ended();

    first.leads().lists(Map.of("one", "2")).isLive(AS_OF).writes();
    assertThat(node("c").looks().values()).isEqualTo(Map.of("one", "2"));
  }

  @Test
  void aFollowerBelowTheFloorReadsEverythingAnew() {
    RowNode leader = node("a").leads().lists("one", "two").writes();
    RowNode follower = node("b").looks();
    leader.hearsOfTheEndOf("two").writes();
    leader.waits(Duration.ofMinutes(6)).hears("one", "2").writes();
    assertThat(ao.count(ResourceRow.class)).as("one and a tombstone").isEqualTo(2);
    leader.waits(Duration.ofMinutes(6)).hears("one", "3").writes();
    assertThat(ao.count(ResourceRow.class)).isEqualTo(1);

    assertThat(follower.looks().values()).isEqualTo(Map.of("one", "3"));
  }

  @Test
  void aFollowersAgeAdvancesOnlyWhileTheConnectionIsLiveAndLed() {
    node("a").leads().lists("one").isLive(AS_OF).writes();
    RowNode follower = node("b").looks();
    assertThat(follower.state().asOf()).contains(AS_OF);
    assertThat(follower.state().phase()).as("nobody leads").isEqualTo(Phase.CONNECTING);

    follower.connection.heldElsewhere();
    follower.looks();
    assertThat(follower.state().phase()).isEqualTo(Phase.LIVE);
    Instant first = follower.state().asOf().orElseThrow();
    assertThat(first).isBetween(Instant.now().minusSeconds(10), Instant.now());
    assertThat(follower.looks().state().asOf()).contains(first);
  }

  @Test
  void row23_clocksTenMinutesApartDoNotSpoilAges() {
    Duration ahead = Duration.ofMinutes(10);
    RowNode leader = new RowNode("a", ao, ahead).leads().lists("one");
    leader.isLive(Instant.now().plus(ahead)).writes();
    RowNode follower = new RowNode("b", ao, ahead.negated());
    follower.connection.heldElsewhere();
    follower.looks();

    Instant now = Instant.now().minus(ahead);
    assertThat(follower.state().since()).isBeforeOrEqualTo(now);
    assertThat(follower.state().asOf().orElseThrow()).isBetween(now.minusSeconds(10), now);

    follower.leads().lists("one", "two").writes();
    assertThat(leader.looks().connection.isLeading()).isFalse();
    leader.connection.ended();
    assertThat(leader.looks().values()).containsOnlyKeys("one", "two");
  }

  @Test
  void hostileTextComesBackAsItWas() {
    String hostile = "\u0000'; DROP TABLE x; --\ud800 \u00e4\ud83d\ude80".repeat(400);
    RowNode leader = node("a").leads().lists(Map.of("bad", hostile)).isLive(AS_OF);
    leader.store.connection(RowNode.CONNECTION, Phase.STALE, hostile, java.util.Optional.of(AS_OF));
    leader.writes();

    RowNode follower = node("b").looks();
    assertThat(follower.values()).isEqualTo(Map.of("bad", hostile));
    assertThat(follower.state().reason()).isEqualTo(hostile);
  }

  @Test
  void row35_rowsOfAnotherVersionAreReadAsFarAsTheyCanBeAndNeverRemoved() {
    RowNode leader = node("a").leads().lists("one", "odd", "alien").isLive(AS_OF).writes();
    change("one", row -> row.setDocument("{\"description\":\"7\",\"invented\":{\"later\":[1]}}"));
    change(
        "odd",
        row -> {
          row.setDocument("not json");
          row.setContentHash("another");
        });
    change(
        "alien",
        row -> {
          row.setKindWord("Invention");
          row.setFormatNumber(9);
        });

    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", "7"));
    leader.hears("two", "").writes();
    assertThat(ao.count(ResourceRow.class)).isEqualTo(4);

    RowNode successor = node("c").leads().lists("one", "odd").writes();
    assertThat(successor.values()).containsOnlyKeys("one", "odd");
    assertThat(ao.find(ResourceRow.class, "KIND_WORD = ?", "Invention")).hasSize(1);
    assertThat(node("d").looks().values()).containsOnlyKeys("one", "odd");
  }

  @Test
  void aConnectionIsClearedWithoutItsNumbersBeginningAnew() {
    RowNode leader = node("a").leads().lists("one", "two").isLive(AS_OF).writes();
    RowNode follower = node("b").looks();
    long term = leader.rows.takeFence(RowNode.CONNECTION, "a").term();
    leader.rows.clear(RowNode.CONNECTION, term);

    assertThat(ao.count(ResourceRow.class)).isZero();
    assertThat(follower.looks().values()).isEmpty();
    RowNode again = node("a").leads().lists("three").writes();
    assertThat(again.rows.connections().get(RowNode.CONNECTION).term()).isEqualTo(term + 1);
    assertThat(follower.looks().values()).containsOnlyKeys("three");
  }

  @Test
  void rowsOfBeforeThereWasAFeedGoWithTheUpgradeAndItCanRunAgain() {
    ao.create(
        ResourceRow.class,
        new DBParam("ROW_KEY", "old"),
        new DBParam("CONNECTION_KEY", RowNode.CONNECTION),
        new DBParam("KIND_WORD", "AppProject"));
    RowNode leader = node("a").leads().lists("one").writes();
    new FeedUpgrade().upgrade(null, ao);
    new FeedUpgrade().upgrade(null, ao);

    assertThat(ao.find(ResourceRow.class))
        .extracting(ResourceRow::getResourceName)
        .containsExactly("one");
    leader.hears("one", "2").writes();
    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", "2"));
  }

  @Test
  void row34_whatChangesWhileTheDatabaseIsAwayIsWrittenLater() {
    RowNode leader = node("a").leads().lists("one").writes();
    ao.away.set(true);
    for (int i = 0; i < 1_000; i++) {
      leader.hears("one", "v" + i).hears("two", "v" + i);
      if (i % 100 == 0) {
        assertThatThrownBy(leader::writes).isInstanceOf(IllegalStateException.class);
      }
    }
    assertThat(leader.connection.backlog()).isEqualTo(2);
    ao.away.set(false);
    leader.writes();
    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", "v999", "two", "v999"));
  }

  private void change(String name, java.util.function.Consumer<ResourceRow> edit) {
    ResourceRow row = ao.find(ResourceRow.class, "RESOURCE_NAME = ?", name)[0];
    edit.accept(row);
    row.save();
  }

  private RowNode node(String name) {
    return new RowNode(name, ao);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
