package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.docs.DeployedVersion;
import io.appofapps.confluence.docs.Subject;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.ownership.Gathered;
import io.appofapps.confluence.ownership.Projects;
import io.appofapps.confluence.ownership.Value;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Applications of a snapshot as pages are held against them. */
public final class Subjects {

  private Subjects() {}

  /** All of them, ordered by their keys. */
  public static List<Subject> of(Snapshot snapshot, Configuration configuration) {
    Landscape landscape = Landscapes.of(snapshot, configuration);
    Map<ApplicationKey, Set<String>> sets = sets(snapshot, configuration);
    Map<ApplicationKey, Map<String, String>> metadata = metadata(snapshot, configuration);
    return snapshot.applications().values().stream()
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .map(
            application ->
                subject(
                    application,
                    landscape,
                    sets.getOrDefault(application.key(), Set.of()),
                    metadata.getOrDefault(application.key(), Map.of())))
        .toList();
  }

  private static Map<ApplicationKey, Map<String, String>> metadata(
      Snapshot snapshot, Configuration configuration) {
    Forest forest = Forests.of(snapshot);
    Gathered gathered =
        Gathered.of(
            forest,
            forest.roots(),
            Landscapes.of(snapshot, configuration),
            new Projects(snapshot.projects().values()),
            configuration.metadata());
    Map<ApplicationKey, Map<String, String>> metadata = new HashMap<>();
    for (Gathered.Deployed deployed : gathered.applications()) {
      Map<String, String> said = new HashMap<>();
      deployed.said().forEach((field, found) -> said.put(field, text(found.value())));
      metadata.put(deployed.id().key(), said);
    }
    return metadata;
  }

  /** Whether all clusters are known, so that what is not there is gone. */
  public static boolean isComplete(Snapshot snapshot) {
    return !snapshot.connections().isEmpty()
        && snapshot.connections().values().stream().allMatch(each -> each.asOf().isPresent());
  }

  /** A link with its title, as Argo CD writes it. */
  private static String text(Value value) {
    boolean titled =
        value.address().filter(address -> address.startsWith("http")).isPresent()
            && !value.text().equals(value.raw());
    return titled ? value.text() + "|" + value.raw() : value.raw();
  }

  private static Subject subject(
      Application application,
      Landscape landscape,
      Set<String> sets,
      Map<String, String> metadata) {
    return new Subject(
        application.key(),
        landscape.service(NodeId.application(application.key())).map(Service::name).orElse(""),
        sets,
        application.annotations().getOrDefault(Subject.PAGE_ANNOTATION, ""),
        metadata,
        DeployedVersion.of(application));
  }

  private static Map<ApplicationKey, Set<String>> sets(
      Snapshot snapshot, Configuration configuration) {
    Map<ApplicationKey, Set<String>> sets = new HashMap<>();
    for (DeploymentSet set : DeploymentSets.of(snapshot, configuration)) {
      for (Occurrence occurrence : Forests.of(snapshot).walk(set.root())) {
        sets.computeIfAbsent(occurrence.node().id().key(), ignored -> new HashSet<>())
            .add(set.key());
      }
    }
    return sets;
  }
}
