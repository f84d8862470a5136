package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.SyncStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of {@code status.resources}, which may be megabytes: the children and counts. Other
 * entries are counted and forgotten.
 */
record ResourceDigest(List<ChildReference> children, ResourceCounts counts) {

  static ResourceDigest of(Fields status) {
    List<ChildReference> children = new ArrayList<>();
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
      addChild(children, resource, sync, prune);
    }
    return new ResourceDigest(children, new ResourceCounts(total, outOfSync, requiresPruning));
  }

  private static void addChild(
      List<ChildReference> children, Fields resource, SyncStatus sync, boolean prune) {
    if (!"argoproj.io".equals(resource.text("group"))) {
      return;
    }
    String kind = resource.text("kind");
    boolean application = "Application".equals(kind);
    if (!application && !"ApplicationSet".equals(kind)) {
      return;
    }
    String name = resource.text("name");
    if (name.isEmpty()) {
      resource.problems().note(resource.path(), Problems.Reason.EMPTY_NAME);
      return;
    }
    children.add(
        new ChildReference(
            application ? ChildReference.Kind.APPLICATION : ChildReference.Kind.APPLICATION_SET,
            resource.text("namespace"),
            name,
            sync,
            prune));
  }
}
