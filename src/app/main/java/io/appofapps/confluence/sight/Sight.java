package io.appofapps.confluence.sight;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.set.Landscapes;
import io.appofapps.confluence.state.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The double permission. A person sees a node of a deployment set iff they may view the page it is
 * looked at on, the set is for that page's space, and, where the set asks for project roles, Argo
 * CD allows one of their groups {@code applications, get} on it. Nothing else grants anything.
 */
@Named
public class Sight {

  private final Viewers viewers;
  private final ConfigurationReader configuration;

  @Inject
  public Sight(Viewers viewers, ConfigurationReader configuration) {
    this.viewers = viewers;
    this.configuration = configuration;
  }

  /** The person of this request; empty when they may see nothing at all. */
  public Optional<Viewer> viewer() {
    return viewers.current();
  }

  /** What the person sees of the set at that place. */
  public Look look(Viewer viewer, Place place, DeploymentSet set, Snapshot snapshot) {
    if (place instanceof Place.Page page) {
      if (page.content().isPresent() && !viewer.sees(page.content().get())) {
        return new Look.NoPage();
      }
      if (!isForSpace(set, page.space())) {
        return new Look.OtherSpace();
      }
    } else if (!set.spaces().isEmpty() && set.spaces().stream().noneMatch(viewer::seesSpace)) {
      return new Look.OtherSpace();
    }
    return look(audience(viewer.groups(), set, snapshot), set, snapshot);
  }

  private static boolean isForSpace(DeploymentSet set, Optional<String> space) {
    return set.spaces().isEmpty()
        || space.filter(key -> set.spaces().stream().anyMatch(key::equalsIgnoreCase)).isPresent();
  }

  /** A set of which somebody sees something, and what. */
  public record Seen(DeploymentSet set, Look.Tree tree) {}

  /** The sets of which the person sees something at that place. */
  public List<Seen> sets(Viewer viewer, Place place, Snapshot snapshot) {
    return DeploymentSets.of(snapshot, configuration.current()).stream()
        .flatMap(
            set ->
                look(viewer, place, set, snapshot) instanceof Look.Tree tree
                    ? Stream.of(new Seen(set, tree))
                    : Stream.empty())
        .toList();
  }

  /** All Applications that the person sees in some set at that place. */
  public List<Application> applications(Viewer viewer, Place place, Snapshot snapshot) {
    return sets(viewer, place, snapshot).stream()
        .map(Seen::tree)
        .flatMap(tree -> tree.tops().stream().flatMap(top -> tree.forest().walk(top).stream()))
        .flatMap(occurrence -> occurrence.node().application().stream())
        .distinct()
        .toList();
  }

  /** What such an audience sees, whoever is in it: for computing ahead. */
  public Look look(Look.Audience audience, DeploymentSet set, Snapshot snapshot) {
    Configuration now = configuration.current();
    if (audience.everybody() && Withheld.of(snapshot, set.root()).isEmpty()) {
      return new Look.Tree(
          audience,
          Forests.of(snapshot),
          set.present() ? List.of(set.root()) : List.of(),
          Landscapes.of(snapshot, now));
    }
    return Pruned.of(snapshot, set.root(), audience)
        .map(pruned -> pruned.look(audience, now))
        .orElseGet(Look.Nothing::new);
  }

  private static Look.Audience audience(Set<String> groups, DeploymentSet set, Snapshot snapshot) {
    return set.viewers() == SetDefinition.Viewers.PAGE
        ? Look.Audience.EVERYBODY
        : new Look.Audience(
            false, ArgoCdAccess.of(snapshot).effective(set.root().key().connection(), groups));
  }
}
