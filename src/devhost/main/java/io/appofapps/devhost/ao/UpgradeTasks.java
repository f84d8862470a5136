package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import io.appofapps.devhost.plugin.Plugin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.java.ao.DatabaseProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the upgrade tasks of a plugin by the product's rules: in order of version, only those newer
 * than the version of the tables, each in a transaction of its own together with the new version.
 * They run before any table is made, on a new database too; what a task needs it migrates itself.
 */
final class UpgradeTasks {

  private static final Logger LOG = LoggerFactory.getLogger(UpgradeTasks.class);

  private final Plugin plugin;
  private final List<String> classNames;
  private final ModelVersions versions;

  UpgradeTasks(Plugin plugin, List<String> classNames, ModelVersions versions) {
    this.plugin = plugin;
    this.classNames = List.copyOf(classNames);
    this.versions = versions;
  }

  void run(ActiveObjects ao, DatabaseProvider provider) throws SQLException {
    if (classNames.isEmpty()) {
      return;
    }
    ModelVersion current = versions.current();
    for (ActiveObjectsUpgradeTask task : tasks()) {
      ModelVersion before = current;
      if (before.isOlderThan(task.getModelVersion())) {
        current = ao.executeInTransaction(() -> upgrade(task, before, ao, provider));
      }
    }
  }

  private ModelVersion upgrade(
      ActiveObjectsUpgradeTask task,
      ModelVersion before,
      ActiveObjects ao,
      DatabaseProvider provider) {
    try {
      task.upgrade(before, ao);
      versions.set(task.getModelVersion(), provider);
      LOG.info("{}: tables upgraded from {} to {}", plugin.key(), before, task.getModelVersion());
      return task.getModelVersion();
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          plugin.key()
              + ": the Active Objects upgrade task "
              + task.getClass().getName()
              + " to version "
              + task.getModelVersion()
              + " fails: "
              + e.getMessage(),
          e);
    }
  }

  /** Made as beans of the plugin's context, their constructors autowired. */
  private List<ActiveObjectsUpgradeTask> tasks() {
    List<ActiveObjectsUpgradeTask> tasks = new ArrayList<>();
    classNames.forEach(name -> tasks.add(plugin.create(name, ActiveObjectsUpgradeTask.class)));
    tasks.sort(Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion));
    for (int i = 1; i < tasks.size(); i++) {
      if (tasks.get(i).getModelVersion().isSame(tasks.get(i - 1).getModelVersion())) {
        throw new IllegalStateException(
            plugin.key()
                + " has two Active Objects upgrade tasks of version "
                + tasks.get(i).getModelVersion());
      }
    }
    return tasks;
  }
}
