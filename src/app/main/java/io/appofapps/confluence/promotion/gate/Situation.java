package io.appofapps.confluence.promotion.gate;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.promotion.Promotion;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the gates of a promotion look at, of one moment.
 *
 * @param set key of the deployment set
 * @param source the service's Application where the version comes from
 * @param target the service's Application where it goes to
 * @param parent the Application whose source declares the target, as far as there is one
 * @param projects all AppProjects known
 * @param current whether the state of the clusters of source and target is that of now, not one
 *     from before an interruption
 * @param soak how long the source must have run its version
 * @param freezes all freezes in force
 * @param others promotions that are not settled, this one may be among them
 * @param self this promotion, empty while it is only planned
 * @param back whether it takes an earlier one back: then nothing is asked of source and target
 */
public record Situation(
    String set,
    Application source,
    Application target,
    Optional<Application> parent,
    Collection<AppProject> projects,
    boolean current,
    Duration soak,
    List<Freeze> freezes,
    List<Promotion> others,
    Optional<Promotion> self,
    boolean back) {

  public Situation {
    projects = List.copyOf(projects);
    freezes = List.copyOf(freezes);
    others = List.copyOf(others);
  }

  /** The Applications that Argo CD has to sync for the change, the target first. */
  List<Application> synced() {
    return Stream.concat(Stream.of(target), parent.stream()).toList();
  }

  /** Name of the Application's project; Argo CD reads none as {@code default}. */
  static String name(Application application) {
    return application.project().isEmpty() ? "default" : application.project();
  }

  /**
   * The Application's project: that in its own namespace, else the only one of that name in the
   * connection.
   */
  Optional<AppProject> project(Application application) {
    List<AppProject> named =
        projects.stream()
            .filter(each -> each.key().connection().equals(application.key().connection()))
            .filter(each -> each.key().name().equals(name(application)))
            .toList();
    return named.stream()
        .filter(each -> each.key().namespace().equals(application.key().namespace()))
        .findFirst()
        .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
  }
}
