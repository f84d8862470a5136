package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.devhost.db.SchemaLock;
import io.appofapps.devhost.plugin.Plugin;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;

/**
 * What happens before the first use of a plugin's Active Objects: its upgrade tasks, then its
 * tables, on one node at a time. A use before the plugin is enabled (in a constructor) is refused,
 * as in the product. When it fails the plugin's Active Objects stay unusable until it is enabled
 * again.
 */
final class Opening {

  private final Plugin plugin;
  private final List<Class<? extends RawEntity<?>>> entities;
  private final UpgradeTasks upgrade;
  private final EntityManager manager;
  private final SchemaLock schemaLock;
  private final BooleanSupplier ready;
  private boolean open;
  private boolean opening;
  private RuntimeException failure;

  Opening(
      Plugin plugin,
      List<Class<? extends RawEntity<?>>> entities,
      UpgradeTasks upgrade,
      EntityManager manager,
      SchemaLock schemaLock,
      BooleanSupplier ready) {
    this.plugin = plugin;
    this.entities = entities;
    this.upgrade = upgrade;
    this.manager = manager;
    this.schemaLock = schemaLock;
    this.ready = ready;
  }

  /**
   * The entity manager, its tables made.
   *
   * @param unopened the plugin's Active Objects for upgrade tasks, usable before the tables are
   *     made
   */
  synchronized EntityManager open(ActiveObjects unopened) {
    if (!ready.getAsBoolean()) {
      throw new IllegalStateException(
          plugin.key() + " uses Active Objects before it is enabled; do it in onStart()");
    }
    if (opening) {
      throw new IllegalStateException(
          plugin.key() + ": an upgrade task may only use the Active Objects that it is given");
    }
    if (failure != null) {
      throw new IllegalStateException(
          "The Active Objects of " + plugin.key() + " are unusable: " + failure.getMessage(),
          failure);
    }
    if (!open) {
      prepare(unopened);
      open = true;
    }
    return manager;
  }

  private void prepare(ActiveObjects unopened) {
    opening = true;
    try {
      schemaLock.run(() -> upgradeAndMigrate(unopened));
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      opening = false;
    }
  }

  @SuppressWarnings("unchecked")
  private void upgradeAndMigrate(ActiveObjects unopened) {
    try {
      upgrade.run(unopened, manager.getProvider());
      unopened.migrate((Class<? extends RawEntity<?>>[]) entities.toArray(Class<?>[]::new));
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    }
  }
}
