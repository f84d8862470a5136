package io.appofapps.confluence.rest;

import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.tree.TreeJson;
import io.appofapps.confluence.view.tree.TreeOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a tree that somebody asks for: {@code below} an Application, {@code depth} levels of
 * it, at most {@code limit} nodes {@code after} what was {@code next} in the part before. Without
 * these it is all of the tree.
 *
 * <p>A part goes on after a node, not after a number of nodes: what comes and goes elsewhere in the
 * meantime moves nothing.
 */
final class TreePart {

  private static final int MOST_NODES = 1_000;
  private static final int MOST_LEVELS = 100;

  private final Optional<String> below;
  private final long depth;
  private final Optional<Integer> limit;
  private final Optional<String> after;

  /**
   * @throws RefusedException 400 when a number is none
   */
  TreePart(QueryValues given) {
    this.below = given.text("below");
    this.depth = given.number("depth", 1, MOST_LEVELS).orElse(Long.MAX_VALUE);
    this.limit = given.limit(MOST_NODES);
    this.after = given.text("after");
  }

  /**
   * As {@link TreeJson#tree}; where a limit or a place to go on was given also {@code "total"},
   * nodes of all parts together, and {@code "next"}, null at the end.
   *
   * @throws RefusedException 404 when there is no such Application, 400 when there are several, 409
   *     when the node to go on after is gone
   */
  Map<String, Object> of(TreePage.Ready page) {
    List<Occurrence> nodes = branch(page).stream().filter(each -> each.depth() < depth).toList();
    if (limit.isEmpty() && after.isEmpty()) {
      return TreeJson.tree(page, nodes);
    }
    int from = after.map(id -> indexAfter(id, nodes)).orElse(0);
    int to = Math.min(nodes.size(), from + limit.orElse(MOST_NODES));
    Map<String, Object> json = TreeJson.tree(page, nodes.subList(from, to));
    json.put("total", nodes.size());
    json.put("next", to < nodes.size() ? nodes.get(to - 1).node().id().toString() : null);
    return json;
  }

  private List<Occurrence> branch(TreePage.Ready page) {
    List<Occurrence> all = TreeOrder.of(page.tree());
    if (below.isEmpty()) {
      return all;
    }
    List<NodeId> named =
        all.stream().map(each -> each.node().id()).filter(id -> isCalled(id, below.get())).toList();
    if (named.isEmpty()) {
      throw new RefusedException(
          404, "\"below\" names nothing in this tree that is there and that you may see.");
    }
    if (named.size() > 1) {
      throw new RefusedException(
          400, "\"below\" means several: say which by its id or as namespace/name.");
    }
    return TreeOrder.below(page.tree(), named.get(0));
  }

  private static boolean isCalled(NodeId id, String text) {
    return id.toString().equals(text) || id.key().isCalled(text);
  }

  private static int indexAfter(String id, List<Occurrence> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).node().id().toString().equals(id)) {
        return i + 1;
      }
    }
    throw new RefusedException(
        409, "\"after\" is not in this part of the tree, or not any more: begin again without it.");
  }
}
