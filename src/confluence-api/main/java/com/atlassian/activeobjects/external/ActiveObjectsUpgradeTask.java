package com.atlassian.activeobjects.external;

/** Evidence: implemented by public apps compiled against Confluence 10.0.1. */
public interface ActiveObjectsUpgradeTask {
  ModelVersion getModelVersion();

  void upgrade(ModelVersion currentVersion, ActiveObjects ao);
}
