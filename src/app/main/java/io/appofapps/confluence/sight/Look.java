package io.appofapps.confluence.sight;

import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.util.List;
import java.util.Set;

/** What somebody gets to see of a deployment set. */
public sealed interface Look {

  /** They may not view the page. */
  record NoPage() implements Look {}

  /** The set is not for this space. */
  record OtherSpace() implements Look {}

  /** Nothing: to them the set is as if it did not exist. */
  record Nothing() implements Look {}

  /**
   * A tree, complete or as if what they may not see did not exist.
   *
   * @param audience who else sees exactly this, at the same revision
   * @param forest holds at least the tree
   * @param tops the root, or what is left below roots that are not shown; never empty unless the
   *     root is not known at all
   * @param landscape environments and services of the forest
   */
  record Tree(Audience audience, Forest forest, List<NodeId> tops, Landscape landscape)
      implements Look {
    public Tree {
      tops = List.copyOf(tops);
    }
  }

  /**
   * Those to whom a set looks the same.
   *
   * @param everybody whether Argo CD's roles do not matter
   * @param groups else those of their groups that Argo CD's policy knows
   */
  record Audience(boolean everybody, Set<String> groups) {

    static final Audience EVERYBODY = new Audience(true, Set.of());

    public Audience {
      groups = Set.copyOf(groups);
    }
  }
}
