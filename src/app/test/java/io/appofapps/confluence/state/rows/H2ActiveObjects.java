package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.Transaction;
import net.java.ao.builder.EntityManagerBuilder;
import net.java.ao.schema.Case;
import net.java.ao.schema.UnderscoreFieldNameConverter;

/** The real Active Objects library on an in-memory database, which can be taken away. */
final class H2ActiveObjects implements ActiveObjects, AutoCloseable {

  final AtomicBoolean away = new AtomicBoolean();
  final AtomicInteger writes = new AtomicInteger();
  private final EntityManager manager;

  H2ActiveObjects() {
    manager =
        EntityManagerBuilder.url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
            .username("sa")
            .password("")
            .auto()
            .schema("PUBLIC")
            .fieldNameConverter(new UnderscoreFieldNameConverter(Case.UPPER))
            .build();
    call(
        () -> {
          manager.migrate(ResourceRow.class, ConnectionRow.class);
          return null;
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
    writes.incrementAndGet();
    return call(() -> manager.create(type, params));
  }

  @Override
  public void delete(RawEntity<?>... entities) {
    writes.addAndGet(entities.length);
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
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
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
