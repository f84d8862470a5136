package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.TreePage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where findings about pages come from. Every bean of this type is asked whenever drift is shown:
 * it answers from memory and only with what the viewer may know.
 */
public interface FindingSource {

  /**
   * Findings about pages and Applications of the tree.
   *
   * @param tree what the viewer sees of the set: only its Applications may be named
   * @param nodes the nodes asked for; empty for the whole tree
   */
  List<PageFinding> findings(Viewer viewer, TreePage.Ready tree, Optional<Set<NodeId>> nodes);
}
