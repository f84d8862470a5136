package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import io.appofapps.kubernetes.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.Transaction;
import net.java.ao.builder.EntityManagerBuilder;
import net.java.ao.builder.EntityManagerBuilderWithDatabaseProperties;
import net.java.ao.schema.Case;
import net.java.ao.schema.UnderscoreFieldNameConverter;

/** The real Active Objects library on a database that can be taken away. */
public final class TestActiveObjects implements ActiveObjects, AutoCloseable {

  private static final Pattern WRITE = Pattern.compile("(?i)\\s*(insert|update|delete)");

  private static final Pattern INSERT = Pattern.compile("(?i)\\s*insert");

  public final AtomicBoolean away = new AtomicBoolean();
  public final AtomicInteger writes = new AtomicInteger();
  final AtomicInteger transactions = new AtomicInteger();

  /** Done once, right before the next row is inserted. */
  public final AtomicReference<Runnable> beforeInsert = new AtomicReference<>(() -> {});

  private final EntityManager manager;
  private final String waiting;

  private TestActiveObjects(
      EntityManagerBuilderWithDatabaseProperties builder, String schema, String waiting) {
    this.waiting = waiting;
    manager =
        builder
            .schema(schema)
            .fieldNameConverter(new UnderscoreFieldNameConverter(Case.UPPER))
            .build();
    call(
        () -> {
          manager.migrate(ResourceRow.class, ConnectionRow.class, NodeRow.class);
          manager.getProvider().addSqlListener(this::count);
          return null;
        });
  }

  private void count(String sql) {
    if (WRITE.matcher(sql).lookingAt()) {
      writes.incrementAndGet();
    }
    if (INSERT.matcher(sql).lookingAt()) {
      beforeInsert.getAndSet(() -> {}).run();
    }
  }

  public static TestActiveObjects h2() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
    return new TestActiveObjects(
        EntityManagerBuilder.url(url).username("sa").password("").none(),
        "PUBLIC",
        "select count(*) from information_schema.sessions where blocker_id is not null");
  }

  /** On an empty database, with a pool of connections. */
  static TestActiveObjects postgres(String url, String user) {
    return new TestActiveObjects(
        EntityManagerBuilder.url(url).username(user).password("").c3po(),
        "public",
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
  }

  /** Transactions begun so far. */
  public int transactions() {
    return transactions.get();
  }

  /** Waits until some transaction waits for the lock of another. */
  public void awaitWaitingWriter() {
    Await.until(Duration.ofSeconds(20), () -> "a writer that waits", this::isSomebodyWaiting);
  }

  private boolean isSomebodyWaiting() {
    return call(
        () -> {
          try (var connection = manager.getProvider().getConnection();
              var statement = connection.createStatement();
              var rows = statement.executeQuery(waiting)) {
            rows.next();
            return rows.getInt(1) > 0;
          }
        });
  }

  /** Does to the database what Active Objects would not. */
  public void execute(String sql) {
    call(
        () -> {
          try (var connection = manager.getProvider().getConnection();
              var statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  private <T> T call(Callable<T> action) {
    if (away.get()) {
      throw new IllegalStateException("the database is away");
    }
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  @SafeVarargs
  public final void migrate(Class<? extends RawEntity<?>>... entities) {
    call(
        () -> {
          manager.migrate(entities);
          return null;
        });
  }

  @Override
  public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
    return call(() -> manager.get(type, key));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
    return call(() -> manager.create(type, params));
  }

  @Override
  public void delete(RawEntity<?>... entities) {
    call(
        () -> {
          manager.delete(entities);
          return null;
        });
  }

  @Override
  public <K> int deleteWithSQL(
      Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return call(() -> manager.deleteWithSQL(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
    return call(() -> manager.find(type));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(
      Class<T> type, String criteria, Object... parameters) {
    return call(() -> manager.find(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
    return call(() -> manager.find(type, query));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, EntityStreamCallback<T, K> callback) {
    stream(type, Query.select(), callback);
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
    call(
        () -> {
          manager.stream(type, query, callback);
          return null;
        });
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type) {
    return call(() -> manager.count(type));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return call(() -> manager.count(type, criteria, parameters));
  }

  @Override
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
    transactions.incrementAndGet();
    return call(
        () ->
            new Transaction<T>(manager) {
              @Override
              protected T run() throws SQLException {
                return callback.doInTransaction();
              }
            }.execute());
  }

  @Override
  public void close() {
    manager.getProvider().dispose();
  }
}
