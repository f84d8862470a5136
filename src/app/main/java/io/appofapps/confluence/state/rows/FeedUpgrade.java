package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * Rows of before there was a feed are removed: they are a cache, and without feed numbers no
 * follower could tell which of them are newer than what it has. Running it again does nothing.
 */
public class FeedUpgrade implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("1");
  }

  @Override
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(ResourceRow.class, ConnectionRow.class, NodeRow.class);
    ao.deleteWithSQL(ResourceRow.class, "FORMAT_NUMBER IS NULL OR FORMAT_NUMBER < ?", 1);
  }
}
