package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.SQLException;
import java.util.function.Supplier;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/** The Active Objects of one plugin, on the real library. */
final class PluginActiveObjects implements ActiveObjects {

  private final ClassLoader loader;
  private final JoinedTransactions transactions;
  private final Supplier<EntityManager> usable;

  /**
   * @param loader class loader of the plugin
   * @param usable gives the entity manager when it may be used
   */
  PluginActiveObjects(
      ClassLoader loader, JoinedTransactions transactions, Supplier<EntityManager> usable) {
    this.loader = loader;
    this.transactions = transactions;
    this.usable = usable;
  }

  /** An action on the database. */
  private interface Action<T> {
    T run(EntityManager manager) throws SQLException;
  }

  private <T> T with(Action<T> action) {
    EntityManager manager = usable.get();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.run(manager);
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  @SafeVarargs
  public final void migrate(Class<? extends RawEntity<?>>... entities) {
    with(
        ao -> {
          ao.migrate(entities);
          return null;
        });
  }

  @Override
  public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
    return with(ao -> ao.get(type, key));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
    return with(ao -> ao.create(type, params));
  }

  @Override
  public void delete(RawEntity<?>... entities) {
    with(
        ao -> {
          ao.delete(entities);
          return null;
        });
  }

  @Override
  public <K> int deleteWithSQL(
      Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return with(ao -> ao.deleteWithSQL(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
    return with(ao -> ao.find(type));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(
      Class<T> type, String criteria, Object... parameters) {
    return with(ao -> ao.find(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
    return with(ao -> ao.find(type, query));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, EntityStreamCallback<T, K> callback) {
    with(
        ao -> {
          ao.stream(type, callback);
          return null;
        });
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
    with(
        ao -> {
          ao.stream(type, query, callback);
          return null;
        });
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type) {
    return with(ao -> ao.count(type));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return with(ao -> ao.count(type, criteria, parameters));
  }

  @Override
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
    return with(ao -> transactions.run(callback));
  }
}
