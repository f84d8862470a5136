package io.appofapps.devhost.cluster;

import io.appofapps.devhost.db.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** The rows of nodes and of their locks; a lock whose node has no row is nobody's. */
final class NodeTables {

  private static final List<String> SCHEMA =
      List.of(
          "create table host_node (id varchar(64) primary key, beat bigint not null)",
          "create table host_lock (name varchar(255) primary key, node varchar(64) not null,"
              + " token varchar(64) not null)");

  private final Database database;

  NodeTables(Database database) {
    this.database = database;
    database.migrate("cluster", SCHEMA);
  }

  /** Moves the heartbeat of the node; a node that was put out meanwhile joins again. */
  void beat(String node) {
    int moved =
        database
            .jdbc()
            .sql("update host_node set beat = beat + 1 where id = ?")
            .param(node)
            .update();
    if (moved == 0) {
      database.jdbc().sql("insert into host_node (id, beat) values (?, 1)").param(node).update();
    }
  }

  Map<String, Long> beats() {
    Map<String, Long> beats = new HashMap<>();
    database
        .jdbc()
        .sql("select id, beat from host_node")
        .query(
            row -> {
              beats.put(row.getString(1), row.getLong(2));
            });
    return beats;
  }

  /**
   * Takes the node and its locks away, unless its heartbeat has moved on.
   *
   * @return whether the node was taken away
   */
  boolean putOut(String node, long beat) {
    return Boolean.TRUE.equals(
        database
            .transactions()
            .execute(
                status -> {
                  int gone =
                      database
                          .jdbc()
                          .sql("delete from host_node where id = ? and beat = ?")
                          .params(node, beat)
                          .update();
                  if (gone > 0) {
                    releaseAll(node);
                  }
                  return gone > 0;
                }));
  }

  /** Takes the node and its locks away. */
  void leave(String node) {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              database.jdbc().sql("delete from host_node where id = ?").param(node).update();
              releaseAll(node);
            });
  }

  /** Forgets every node and every lock. */
  void clear() {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              database.jdbc().sql("delete from host_node").update();
              database.jdbc().sql("delete from host_lock").update();
            });
  }

  private void releaseAll(String node) {
    database.jdbc().sql("delete from host_lock where node = ?").param(node).update();
  }

  /** The token of whoever holds the lock. */
  Optional<String> holder(String lock) {
    return database
        .jdbc()
        .sql("select token from host_lock where name = ?")
        .param(lock)
        .query(String.class)
        .optional();
  }

  /**
   * Takes the lock if it is free. The node's row is held meanwhile, so that it cannot be put out.
   */
  boolean acquire(String lock, String node, String token) {
    try {
      database
          .transactions()
          .executeWithoutResult(
              status -> {
                beat(node);
                database
                    .jdbc()
                    .sql("insert into host_lock (name, node, token) values (?, ?, ?)")
                    .params(lock, node, token)
                    .update();
              });
      return true;
    } catch (DuplicateKeyException e) {
      return false; // another took it since it was seen to be free
    }
  }

  /** Lets go; nothing happens when the lock is no longer held with that token. */
  void release(String lock, String token) {
    database
        .jdbc()
        .sql("delete from host_lock where name = ? and token = ?")
        .params(lock, token)
        .update();
  }
}
