package io.appofapps.confluence.set;

import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.tree.NodeId;
import java.util.List;

/**
 * A tree that pages can name: one root with all below it.
 *
 * @param key stable name of the set, safe in a URL path: letters, digits, dot, underscore, hyphen
 * @param title what the administrator called it, else the name of the root as it stands in the
 *     cluster; untrusted
 * @param root the root
 * @param applications how many Applications the tree holds, each counted once; the root counts, a
 *     declared one that does not exist does not
 * @param orphan whether the root has neither parent nor children
 * @param defined whether an administrator defined it
 * @param present whether the root is known; a defined set stays when it is not
 * @param viewers what it takes to see a node, besides the right to see the page
 * @param spaces keys of the spaces in which it may be used, empty for all
 */
public record DeploymentSet(
    String key,
    String title,
    NodeId root,
    int applications,
    boolean orphan,
    boolean defined,
    boolean present,
    SetDefinition.Viewers viewers,
    List<String> spaces) {

  public DeploymentSet {
    spaces = List.copyOf(spaces);
  }

  /** The same set where another number of Applications is known. */
  public DeploymentSet as(boolean rootPresent, int number) {
    return new DeploymentSet(
        key,
        title,
        root,
        number,
        number == 1 && rootPresent,
        defined,
        rootPresent,
        viewers,
        spaces);
  }
}
