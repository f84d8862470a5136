package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.identity.AccessControl;
import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.state.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups Argo CD lets act on Applications, as far as its policy is known. */
public final class Actors {

  private static final List<String> ANYTHING =
      List.of("get", "sync", "update", "create", "delete", "override", "action/*");
  private static final List<String> DEPLOYING = List.of("sync");

  private final Snapshot snapshot;
  private final ArgoCdAccess access;

  private Actors(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.access = ArgoCdAccess.of(snapshot);
  }

  /** Of that state of the clusters. */
  public static Actors of(Snapshot snapshot) {
    return new Actors(snapshot);
  }

  /**
   * Whether the policy that decides on the Application is known: it is read only where a deployment
   * set or promotion asks for Argo CD's roles.
   */
  public boolean knows(Application application) {
    return access.venue(application).isPresent();
  }

  /** Whether the group may do anything at all with one of the Applications. */
  public boolean mayDoAnything(String group, Collection<Application> applications) {
    return applications.stream().anyMatch(app -> access.allows(Set.of(group), app, ANYTHING));
  }

  /** Whether a person in those groups may sync the Application. */
  public boolean maySync(Set<String> groups, Application application) {
    return access.allows(groups, application, DEPLOYING);
  }

  /** Whether a person in those groups may see the Application. */
  public boolean mayGet(Set<String> groups, Application application) {
    return access.allows(groups, application);
  }

  /**
   * Whether a person in those groups may do it, and why; empty where the policy that decides is not
   * known, so that nobody may do anything.
   *
   * @param action {@code get}, {@code sync}, {@code action/apps/Deployment/restart} and the like
   */
  public Optional<Decision> decide(Set<String> groups, Application application, String action) {
    return access.venue(application).map(venue -> venue.decide(groups, action));
  }

  /**
   * All to whom the policy, with the Application's project, gives a role, sorted; see {@link
   * AccessControl#holders}.
   */
  public List<String> holders(Application application) {
    return access.venue(application).map(ArgoCdAccess.Venue::holders).orElse(List.of());
  }

  /** The role that the policy gives to everybody. */
  public Optional<String> defaultRole(Application application) {
    return access.venue(application).flatMap(ArgoCdAccess.Venue::defaultRole);
  }

  /**
   * The roles of a person in those groups: those of the Application's project by their name, global
   * ones as {@code role:name}.
   */
  public Set<String> roles(Set<String> groups, Application application) {
    return access.roles(groups, application);
  }

  /** Those groups of the Application's project roles that may deploy it. */
  public Set<String> deployers(Application application) {
    String project = application.project().isEmpty() ? "default" : application.project();
    return snapshot.projects().values().stream()
        .filter(each -> each.key().connection().equals(application.key().connection()))
        .filter(each -> each.key().name().equals(project))
        .map(AppProject::roles)
        .flatMap(List::stream)
        .flatMap(role -> role.groups().stream())
        .filter(group -> access.allows(Set.of(group), application, DEPLOYING))
        .collect(Collectors.toUnmodifiableSet());
  }
}
