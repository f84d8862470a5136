package io.appofapps.democluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A rollout under way that nothing in Git asked for, as when somebody changed a workload by hand:
 * noticed, being put right, perhaps stuck, done.
 */
record Rollout(String application, boolean fails, Stage stage) {
  enum Stage {
    NOTICED,
    APPLYING,
    STUCK,
    DONE
  }

  static Rollout of(String application, boolean fails) {
    return new Rollout(application, fails, Stage.NOTICED);
  }

  /** The same rollout a stage later, empty after the last. */
  Optional<Rollout> next() {
    return switch (stage) {
      case NOTICED -> Optional.of(at(Stage.APPLYING));
      case APPLYING -> Optional.of(at(fails ? Stage.STUCK : Stage.DONE));
      case STUCK -> Optional.of(at(Stage.DONE));
      case DONE -> Optional.empty();
    };
  }

  /** Writes this stage into the Application's status. */
  GenericKubernetesResource advance(GenericKubernetesResource app, Instant now) {
    Map<String, Object> status = Statuses.of(app);
    String revision = Statuses.revision(status);
    switch (stage) {
      case NOTICED -> Statuses.sync(status, "OutOfSync", revision);
      case APPLYING -> {
        Statuses.sync(status, "OutOfSync", revision);
        Statuses.health(status, "Progressing", "", now);
        String waits = "waiting for healthy state of apps/Deployment";
        Statuses.operation(status, "Running", waits, revision, now);
      }
      case STUCK -> {
        Statuses.sync(status, "Synced", revision);
        Statuses.health(status, "Degraded", "Deployment exceeded its progress deadline", now);
      }
      case DONE -> {
        Statuses.sync(status, "Synced", revision);
        Statuses.health(status, "Healthy", "", now);
        String done = "successfully synced (all tasks run)";
        Statuses.operation(status, "Succeeded", done, revision, now);
        Statuses.record(status, revision, now);
      }
    }
    return Statuses.compared(app, now);
  }

  private Rollout at(Stage next) {
    return new Rollout(application, fails, next);
  }
}
