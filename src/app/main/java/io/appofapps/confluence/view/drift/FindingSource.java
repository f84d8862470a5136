package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TreePage;
import java.util.List;

/**
 * Where findings about pages come from. Every bean of this type is asked whenever drift is shown:
 * it answers from memory and only with what the viewer may know.
 */
public interface FindingSource {

  /**
   * Findings about pages and Applications of the tree.
   *
   * @param place where the viewer looks; the page they stand on, when it is one
   * @param tree what the viewer sees of the set: only its Applications may be named
   */
  List<PageFinding> findings(Viewer viewer, Place place, TreePage.Ready tree);
}
