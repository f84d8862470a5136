package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.SyncStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of {@code status.resources}, which may be megabytes: the children, some of the
 * entries that are not as they should be, and counts.
 */
record ResourceDigest(
    List<ChildReference> children,
    ResourceCounts counts,
    List<AffectedResource> affected,
    int moreAffected) {

  private static final Set<HealthStatus> NOT_WELL =
      EnumSet.of(
          HealthStatus.PROGRESSING,
          HealthStatus.MISSING,
          HealthStatus.DEGRADED,
          HealthStatus.UNKNOWN);

  static ResourceDigest of(Fields status) {
    List<ChildReference> children = new ArrayList<>();
    List<AffectedResource> affected = new ArrayList<>();
    int total = 0;
    int outOfSync = 0;
    int requiresPruning = 0;
    for (Fields resource : status.allObjects("resources")) {
      SyncStatus sync =
          Words.sync("sync status of a resource", resource.text("status"), status.problems());
      boolean prune = resource.flag("requiresPruning", false);
      total++;
      outOfSync += sync == SyncStatus.OUT_OF_SYNC ? 1 : 0;
      requiresPruning += prune ? 1 : 0;
      Optional<ChildReference.Kind> child = childKind(resource);
      if (child.isPresent()) {
        addChild(children, child.get(), resource, sync, prune);
      } else if (sync == SyncStatus.OUT_OF_SYNC || prune || isNotWell(resource)) {
        affected.add(affected(resource, sync, prune));
      }
    }
    int kept = Math.min(affected.size(), Details.MOST);
    return new ResourceDigest(
        children,
        new ResourceCounts(total, outOfSync, requiresPruning),
        affected.subList(0, kept),
        affected.size() - kept);
  }

  private static boolean isNotWell(Fields resource) {
    return health(resource).filter(NOT_WELL::contains).isPresent();
  }

  private static Optional<HealthStatus> health(Fields resource) {
    String word = resource.object("health").text("status");
    return word.isEmpty() ? Optional.empty() : Optional.of(Words.health(word, resource.problems()));
  }

  private static AffectedResource affected(Fields resource, SyncStatus sync, boolean prune) {
    return new AffectedResource(
        resource.text("group"),
        resource.text("kind"),
        resource.text("namespace"),
        resource.text("name"),
        sync == SyncStatus.OUT_OF_SYNC,
        prune,
        health(resource));
  }

  private static Optional<ChildReference.Kind> childKind(Fields resource) {
    if (!"argoproj.io".equals(resource.text("group"))) {
      return Optional.empty();
    }
    return switch (resource.text("kind")) {
      case "Application" -> Optional.of(ChildReference.Kind.APPLICATION);
      case "ApplicationSet" -> Optional.of(ChildReference.Kind.APPLICATION_SET);
      default -> Optional.empty();
    };
  }

  private static void addChild(
      List<ChildReference> children,
      ChildReference.Kind kind,
      Fields resource,
      SyncStatus sync,
      boolean prune) {
    String name = resource.text("name");
    if (name.isEmpty()) {
      resource.problems().note(resource.path(), Problems.Reason.EMPTY_NAME);
      return;
    }
    children.add(new ChildReference(kind, resource.text("namespace"), name, sync, prune));
  }
}
