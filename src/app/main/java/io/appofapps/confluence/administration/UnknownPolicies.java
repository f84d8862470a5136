package io.appofapps.confluence.administration;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.state.Snapshot;
import java.util.Comparator;
import java.util.List;

/**
 * Access policies of Argo CD that a deployment set with the viewers {@code projectRole} or
 * promotion needs and nobody knows: without them the set is shown to nobody and nobody may promote,
 * so an administrator has to hear of it.
 */
public final class UnknownPolicies {

  private UnknownPolicies() {}

  /**
   * The ConfigMaps that should be there, by connection and namespace. A namespace is asked for when
   * it has an AppProject, because projects live beside their Argo CD; a connection of which nothing
   * has been read yet has none.
   */
  public static List<ApplicationKey> of(Snapshot snapshot, Configuration configuration) {
    return snapshot.projects().keySet().stream()
        .filter(project -> configuration.asksForProjectRoles(project.connection()))
        .map(
            project ->
                new ApplicationKey(
                    project.connection(), project.namespace(), AccessPolicy.CONFIG_MAP))
        .distinct()
        .filter(policy -> !snapshot.accessPolicies().containsKey(policy))
        .sorted(
            Comparator.comparing(ApplicationKey::connection)
                .thenComparing(ApplicationKey::namespace))
        .toList();
  }
}
