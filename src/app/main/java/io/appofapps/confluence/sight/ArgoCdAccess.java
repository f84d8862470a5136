package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.identity.AccessControl;
import io.appofapps.confluence.identity.Matcher;
import io.appofapps.confluence.identity.ProjectRole;
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

  private final Map<String, Map<String, AccessControl>> byNamespace = new HashMap<>();

  private ArgoCdAccess(Snapshot snapshot) {
    for (AccessPolicy policy : snapshot.accessPolicies().values()) {
      byNamespace
          .computeIfAbsent(policy.key().connection(), connection -> new HashMap<>())
          .put(
              policy.key().namespace(),
              new AccessControl(
                  policy.csv(),
                  policy.defaultRole(),
                  Matcher.of(policy.matchMode()),
                  roles(policy, snapshot.projects().values())));
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
        .forEach(access -> effective.addAll(access.effective(groups)));
    return effective;
  }

  /** The roles of the groups in the Application's project; none where its policy is not known. */
  Set<String> roles(Set<String> groups, Application application) {
    Map<String, AccessControl> ofConnection = ofConnection(application);
    String project = project(application);
    AccessControl own = ofConnection.get(application.key().namespace());
    if (own != null) {
      return own.roles(groups, project);
    }
    return ofConnection.size() == 1
        ? ofConnection.values().iterator().next().roles(groups, project)
        : Set.of();
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
    Map<String, AccessControl> ofConnection = ofConnection(application);
    String namespace = application.key().namespace();
    String project = project(application);
    String name = application.key().name();
    AccessControl own = ofConnection.get(namespace);
    if (own != null) {
      return allows(own, groups, actions, project + "/" + name);
    }
    return ofConnection.size() == 1
        && allows(
            ofConnection.values().iterator().next(),
            groups,
            actions,
            project + "/" + namespace + "/" + name);
  }

  /** Whether the policy that decides on the Application is known. */
  boolean knows(Application application) {
    Map<String, AccessControl> ofConnection = ofConnection(application);
    return ofConnection.containsKey(application.key().namespace()) || ofConnection.size() == 1;
  }

  private Map<String, AccessControl> ofConnection(Application application) {
    return byNamespace.getOrDefault(application.key().connection(), Map.of());
  }

  private static boolean allows(
      AccessControl access, Set<String> groups, List<String> actions, String object) {
    return actions.stream()
        .anyMatch(
            action -> access.allows(Optional.empty(), groups, "applications", action, object));
  }
}
