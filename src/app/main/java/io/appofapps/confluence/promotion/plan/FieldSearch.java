package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All places in Git that carry a version of an Application. */
final class FieldSearch {

  private final RepositoryFiles files;
  private final DeclaredFields declared;

  FieldSearch(RepositoryFiles files, Forest forest) {
    this.files = files;
    this.declared = new DeclaredFields(files, forest);
  }

  /**
   * What was found.
   *
   * @param fields by name
   * @param blockers why a part was not found; harmless where the rest says all
   * @param decisive whether a blocker stands in the way whatever else was found
   */
  record Fields(Map<String, Place> fields, List<Blocker> blockers, boolean decisive) {}

  Fields of(TreeNode node, String service) {
    Application application = node.application().orElseThrow();
    Map<String, Place> fields = new LinkedHashMap<>();
    List<Blocker> blockers = new ArrayList<>();
    if (NamedPlaces.has(application)) {
      boolean found = take(() -> NamedPlaces.of(files, application), fields, blockers);
      return new Fields(fields, blockers, !found);
    }
    take(() -> declared.of(node, service), fields, blockers);
    boolean decisive = blockers.stream().anyMatch(blocker -> blocker.code().equals("ambiguous"));
    take(() -> DeclaredFields.Found.of(SourceFields.of(files, application)), fields, blockers);
    return new Fields(fields, blockers, decisive);
  }

  private interface Search {
    DeclaredFields.Found run() throws UnreadableException;
  }

  private static boolean take(Search search, Map<String, Place> fields, List<Blocker> blockers) {
    try {
      DeclaredFields.Found found = search.run();
      fields.putAll(found.fields());
      found.blocker().ifPresent(blockers::add);
      return found.blocker().isEmpty();
    } catch (UnreadableException e) {
      blockers.add(unreadable(e));
      return false;
    }
  }

  static Blocker unreadable(UnreadableException e) {
    return new Blocker("unreadable", "aoa.plan.unreadable", List.of(e.getMessage()));
  }
}
