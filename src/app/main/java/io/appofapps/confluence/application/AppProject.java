package io.appofapps.confluence.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the app keeps of an Argo CD AppProject.
 *
 * @param key identity, in the same shape as an Application's
 * @param description spec.description, may be empty
 * @param annotations metadata.annotations without kubectl's last-applied configuration; long values
 *     may be cut
 * @param roles spec.roles
 * @param syncWindows spec.syncWindows; empty when they could not be read whole, so that nobody
 *     knows what they forbid
 */
public record AppProject(
    ApplicationKey key,
    String description,
    Map<String, String> annotations,
    List<Role> roles,
    Optional<List<SyncWindow>> syncWindows) {

  /** A project without sync windows. */
  public AppProject(
      ApplicationKey key, String description, Map<String, String> annotations, List<Role> roles) {
    this(key, description, annotations, roles, Optional.of(List.of()));
  }

  /**
   * A role of the project.
   *
   * @param name name in the project
   * @param groups whose members have it
   * @param policies lines of policy, as written
   */
  public record Role(String name, List<String> groups, List<String> policies) {
    public Role {
      groups = List.copyOf(groups);
      policies = List.copyOf(policies);
    }
  }

  public AppProject {
    roles = List.copyOf(roles);
    annotations = Map.copyOf(annotations);
    syncWindows = syncWindows.map(List::copyOf);
  }
}
