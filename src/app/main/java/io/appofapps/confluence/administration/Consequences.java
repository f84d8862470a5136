package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.state.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What goes when a connection is deleted.
 *
 * @param applications Applications that pages will not show any more
 * @param rows resources of all kinds whose stored rows are removed
 * @param discovered titles of discovered sets that vanish
 * @param defined keys of sets that an administrator defined on it; they are removed too
 * @param secrets names of secrets that nothing else uses
 */
public record Consequences(
    int applications,
    int rows,
    List<String> discovered,
    List<String> defined,
    List<String> secrets) {

  public Consequences {
    discovered = List.copyOf(discovered);
    defined = List.copyOf(defined);
    secrets = List.copyOf(secrets);
  }

  /** What goes with that connection, as far as this node knows now. */
  public static Consequences of(
      ConnectionSettings connection, Configuration configuration, Snapshot snapshot) {
    String id = connection.id();
    long applications =
        count(snapshot.applications().keySet().stream().map(k -> k.connection()), id);
    long others =
        count(snapshot.applicationSets().keySet().stream().map(k -> k.connection()), id)
            + count(snapshot.projects().keySet().stream().map(k -> k.connection()), id);
    return new Consequences(
        Math.toIntExact(applications),
        Math.toIntExact(applications + others),
        DeploymentSets.of(snapshot, configuration).stream()
            .filter(set -> !set.defined())
            .filter(set -> set.root().key().connection().equals(id))
            .map(DeploymentSet::title)
            .toList(),
        configuration.sets().stream()
            .filter(set -> set.connection().equals(id))
            .map(SetDefinition::key)
            .toList(),
        orphans(connection, configuration));
  }

  private static long count(Stream<String> connections, String id) {
    return connections.filter(id::equals).count();
  }

  private static List<String> orphans(ConnectionSettings connection, Configuration configuration) {
    Set<SecretReference> shared =
        configuration
            .withConnections(
                configuration.connections().stream()
                    .filter(each -> !each.id().equals(connection.id()))
                    .toList())
            .secrets();
    return connection.signIn().secrets().stream()
        .filter(each -> !shared.contains(each))
        .map(SecretReference::name)
        .toList();
  }
}
