package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.identity.AccessControl;
import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.identity.Matcher;
import io.appofapps.confluence.identity.ProjectRole;
import io.appofapps.confluence.identity.Scopes;
import io.appofapps.confluence.state.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The access control of every Argo CD of a snapshot: one for each namespace whose {@code
 * argocd-rbac-cm} is known. An Application outside these namespaces belongs to the only Argo CD of
 * its connection; where there are several nobody can tell, and it is shown to nobody.
 */
final class ArgoCdAccess {

  private static final List<String> GET = List.of("get");

  private final Map<String, Map<String, Known>> byNamespace = new HashMap<>();

  private ArgoCdAccess(Snapshot snapshot) {
    for (AccessPolicy policy : snapshot.accessPolicies().values()) {
      byNamespace
          .computeIfAbsent(policy.key().connection(), connection -> new HashMap<>())
          .put(
              policy.key().namespace(),
              new Known(
                  new AccessControl(
                      policy.csv(),
                      policy.defaultRole(),
                      Matcher.of(policy.matchMode()),
                      roles(policy, snapshot.projects().values())),
                  Scopes.holdGroups(policy.scopes())));
    }
  }

  /**
   * A policy.
   *
   * @param groupsCount whether Argo CD looks at the groups of people
   */
  private record Known(AccessControl access, boolean groupsCount) {

    Set<String> counting(Set<String> groups) {
      return groupsCount ? groups : Set.of();
    }
  }

  /** Of a snapshot of the past that of the present: what is allowed today decides. */
  static ArgoCdAccess of(Snapshot snapshot) {
    return snapshot.present().derived(ArgoCdAccess.class, ArgoCdAccess::new);
  }

  private static List<ProjectRole> roles(AccessPolicy policy, Collection<AppProject> projects) {
    return projects.stream()
        .filter(project -> project.key().connection().equals(policy.key().connection()))
        .filter(project -> project.key().namespace().equals(policy.key().namespace()))
        .flatMap(
            project ->
                project.roles().stream()
                    .map(
                        role ->
                            new ProjectRole(
                                project.key().name(), role.name(), role.groups(), role.policies())))
        .toList();
  }

  /** Those of the groups that make a difference in the connection. */
  Set<String> effective(String connection, Set<String> groups) {
    Set<String> effective = new HashSet<>();
    byNamespace
        .getOrDefault(connection, Map.of())
        .values()
        .forEach(known -> effective.addAll(known.access().effective(known.counting(groups))));
    return effective;
  }

  /** Where it is decided who may do what with an Application. */
  static final class Venue {

    private final Known policy;
    private final String project;
    private final String object;

    /**
     * @param project name of the Application's project
     * @param object the Application, as the policy's patterns name it
     */
    private Venue(Known policy, String project, String object) {
      this.policy = policy;
      this.project = project;
      this.object = object;
    }

    Decision decide(Set<String> groups, String action) {
      return policy
          .access()
          .decide(Optional.empty(), policy.counting(groups), "applications", action, object);
    }

    Set<String> roles(Set<String> groups) {
      return policy.access().roles(policy.counting(groups), project);
    }

    List<String> holders() {
      return List.copyOf(policy.counting(policy.access().holders(project)));
    }

    Optional<String> defaultRole() {
      return policy.access().defaultRole();
    }
  }

  /** Empty where the policy that decides on the Application is not known. */
  Optional<Venue> venue(Application application) {
    Map<String, Known> ofConnection =
        byNamespace.getOrDefault(application.key().connection(), Map.of());
    String namespace = application.key().namespace();
    String project = project(application);
    String name = application.key().name();
    Known own = ofConnection.get(namespace);
    if (own != null) {
      return Optional.of(new Venue(own, project, project + "/" + name));
    }
    return ofConnection.size() == 1
        ? ofConnection.values().stream()
            .findFirst()
            .map(only -> new Venue(only, project, project + "/" + namespace + "/" + name))
        : Optional.empty();
  }

  /** The roles of the groups in the Application's project; none where its policy is not known. */
  Set<String> roles(Set<String> groups, Application application) {
    return venue(application).map(venue -> venue.roles(groups)).orElse(Set.of());
  }

  /** Argo CD reads no project as {@code default}. */
  private static String project(Application application) {
    return application.project().isEmpty() ? "default" : application.project();
  }

  /** Whether one of the groups, or everybody by the default role, may get the Application. */
  boolean allows(Set<String> groups, Application application) {
    return allows(groups, application, GET);
  }

  /** Whether one of the groups, or everybody by the default role, may do one of these. */
  boolean allows(Set<String> groups, Application application, List<String> actions) {
    return venue(application)
        .filter(
            venue -> actions.stream().anyMatch(action -> venue.decide(groups, action).allowed()))
        .isPresent();
  }
}
