package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import io.appofapps.devhost.db.SchemaLock;
import io.appofapps.devhost.plugin.Plugin;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/**
 * The Active Objects of one plugin, on the real library. Tables are made at the first use; a use
 * before the plugin is enabled (in a constructor) is refused, as in the product.
 */
final class PluginActiveObjects implements ActiveObjects {

  private final Plugin plugin;
  private final List<Class<? extends RawEntity<?>>> entities;
  private final Supplier<Boolean> ready;
  private final EntityManager manager;
  private final SchemaLock schemaLock;
  private final JoinedTransactions transactions;
  private boolean migrated;

  PluginActiveObjects(
      Plugin plugin,
      List<Class<? extends RawEntity<?>>> entities,
      EntityManager manager,
      SchemaLock schemaLock,
      Supplier<Boolean> ready) {
    this.plugin = plugin;
    this.entities = entities;
    this.manager = manager;
    this.schemaLock = schemaLock;
    this.transactions = new JoinedTransactions(manager);
    this.ready = ready;
  }

  /** An action on the database. */
  private interface Action<T> {
    T run(EntityManager manager) throws SQLException;
  }

  private <T> T with(Action<T> action) {
    EntityManager usable = migrated();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(plugin.classLoader());
    try {
      return action.run(usable);
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private synchronized EntityManager migrated() {
    if (!ready.get()) {
      throw new IllegalStateException(
          plugin.key() + " uses Active Objects before it is enabled; do it in onStart()");
    }
    if (!migrated) {
      schemaLock.run(this::migrate);
      migrated = true;
    }
    return manager;
  }

  @SuppressWarnings("unchecked")
  private void migrate() {
    Class<?>[] types = entities.toArray(Class<?>[]::new);
    try {
      manager.migrate((Class<? extends RawEntity<?>>[]) types);
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    }
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
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
    return with(ao -> transactions.run(callback));
  }
}
