package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.state.ResourceKind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.java.ao.DBParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What databases and other versions of the app do to rows, whatever the database. */
abstract class RowFaultsContract {

  private static final String ROCKET = "\ud83d\ude80";

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
  void row34_ofADeadLockOneIsTheVictimAndTheRowsAreWrittenAtTheNextTry() {
    RowNode leader = node("a").leads().lists("one").writes();
    CountDownLatch holdsResource = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () ->
                ao.executeInTransaction(
                    () -> {
                      ResourceRow one = row("one");
                      one.setProjectName("touched");
                      one.save();
                      holdsResource.countDown();
                      await(go);
                      ConnectionRow connection = ao.find(ConnectionRow.class)[0];
                      connection.setObjectCount(7);
                      connection.save();
                      return null;
                    }));
    await(holdsResource);
    leader.hears("one", "2").hears("two", "1");
    CompletableFuture<Void> write = CompletableFuture.runAsync(leader::writes);
    ao.awaitWaitingWriter();
    go.countDown();

    boolean writerFailed = failed(write);
    boolean otherFailed = failed(other);
    assertThat(writerFailed || otherFailed).as("somebody was the victim").isTrue();
    leader.writes();
    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", "2", "two", "1"));
    assertThat(leader.connection.backlog()).isZero();
  }

  @Test
  void row34_aUniqueClashIsRolledBackWholeAndWrittenAtTheNextTry() {
    RowNode leader = node("a").leads().lists("one").writes();
    leader.hears("one", "2").hears("two", "1");
    ao.beforeInsert.set(
        () -> CompletableFuture.runAsync(() -> createAsBefore("two", "of another")).join());

    assertThatThrownBy(leader::writes).isInstanceOf(RuntimeException.class);
    assertThat(node("b").looks().values()).as("nothing of the batch").containsEntry("one", "");
    leader.writes();
    assertThat(node("c").looks().values()).isEqualTo(Map.of("one", "2", "two", "1"));
    assertThat(ao.count(ResourceRow.class)).isEqualTo(2);
  }

  @Test
  void row34_anOlderTableIsExtendedAndItsRowsGoWhichAreACache() {
    ao.execute("drop table \"RESOURCE_ROW\"");
    ao.execute(
        "create table \"RESOURCE_ROW\" (\"ROW_KEY\" varchar(255) primary key,"
            + " \"CONNECTION_KEY\" varchar(255), \"KIND_WORD\" varchar(255),"
            + " \"NAMESPACE_NAME\" varchar(255), \"RESOURCE_NAME\" varchar(255),"
            + " \"DOCUMENT\" text)");
    ao.execute("drop table \"CONNECTION_ROW\"");
    ao.execute(
        "create table \"CONNECTION_ROW\" (\"CONNECTION_KEY\" varchar(255) primary key,"
            + " \"AS_OF_TIME\" timestamp)");
    ao.execute(
        "insert into \"RESOURCE_ROW\" (\"ROW_KEY\", \"CONNECTION_KEY\", \"KIND_WORD\","
            + " \"NAMESPACE_NAME\", \"RESOURCE_NAME\", \"DOCUMENT\")"
            + " values ('old', 'c', 'AppProject', 'argocd', 'gone', '{}')");
    ao.execute("insert into \"CONNECTION_ROW\" (\"CONNECTION_KEY\") values ('c')");

    new FeedUpgrade().upgrade(null, ao);
    new FeedUpgrade().upgrade(null, ao);

    assertThat(ao.count(ResourceRow.class)).isZero();
    RowNode follower = node("b").looks();
    RowNode leader = node("a").leads().lists("one").writes();
    leader.hears("one", "2").writes();
    assertThat(follower.looks().values()).isEqualTo(Map.of("one", "2"));
  }

  @Test
  void row34_fourByteCharactersReachNoColumnAndComeBack() {
    RowNode leader = node("a").leads().lists(Map.of("one", ROCKET + " \u00e4")).writes();

    assertThat(row("one").getDocument()).matches("\\p{ASCII}+").contains("\\u");
    assertThat(Column.write(ROCKET + "prod")).isEqualTo("?prod");
    assertThat(node("b").looks().values()).isEqualTo(Map.of("one", ROCKET + " \u00e4"));
    leader.hears("one", ROCKET.repeat(5_000)).writes();
    assertThat(node("c").looks().values()).isEqualTo(Map.of("one", ROCKET.repeat(5_000)));
  }

  @Test
  void row35_anOldNodeThatWritesAndRemovesRowsInItsOwnWayStopsNoNewNode() {
    RowNode leader = node("a").leads().lists("one", "two", "three").writes();
    RowNode follower = node("b").looks();

    ResourceRow one = row("one");
    one.setDocument("{\"description\":\"of the old node\"}");
    one.save();
    ao.delete(row("two"));
    createAsBefore("four", "of the old node");
    leader.hears("one", "2").hears("two", "2").hears("four", "2").writes();

    Map<String, String> wanted = Map.of("one", "2", "two", "2", "three", "", "four", "2");
    assertThat(leader.values()).isEqualTo(wanted);
    assertThat(follower.looks().values()).isEqualTo(wanted);
    assertThat(node("c").looks().values()).isEqualTo(wanted);
  }

  @Test
  void row35_whatAnOldNodeHasSpoiltIsRightAgainWhenANewOneHasListed() {
    node("a").leads().lists(Map.of("one", "1", "two", "1")).writes();
    ResourceRow one = row("one");
    one.setDocument("{\"description\":\"of the old node\"}");
    one.save();
    ao.delete(row("two"));

    RowNode successor = node("b").leads().lists(Map.of("one", "2", "two", "1")).writes();
    assertThat(successor.values()).isEqualTo(Map.of("one", "2", "two", "1"));
    assertThat(node("c").looks().values()).isEqualTo(Map.of("one", "2", "two", "1"));
  }

  /** As the version before the feed did. */
  private void createAsBefore(String name, String value) {
    ao.create(
        ResourceRow.class,
        new DBParam("ROW_KEY", new RowId(ResourceKind.APP_PROJECT, RowNode.key(name)).digest()),
        new DBParam("CONNECTION_KEY", RowNode.CONNECTION),
        new DBParam("KIND_WORD", "AppProject"),
        new DBParam("NAMESPACE_NAME", "argocd"),
        new DBParam("RESOURCE_NAME", name),
        new DBParam("DOCUMENT", "{\"description\":\"" + value + "\"}"));
  }

  private ResourceRow row(String name) {
    return ao.find(ResourceRow.class, "RESOURCE_NAME = ?", name)[0];
  }

  private RowNode node(String name) {
    return new RowNode(name, ao);
  }

  private static boolean failed(CompletableFuture<Void> work) {
    try {
      work.get(30, TimeUnit.SECONDS);
      return false;
    } catch (Exception e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
