package io.appofapps.devhost.osgi.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import jakarta.inject.Inject;

/** Uses the plugin's Active Objects instead of those it is given. */
public class GreedyUpgrade implements ActiveObjectsUpgradeTask {

  private final ActiveObjects injected;

  @Inject
  public GreedyUpgrade(ActiveObjects injected) {
    this.injected = injected;
  }

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("1");
  }

  @Override
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    injected.count(Note.class);
  }
}
