package io.appofapps.confluence.tree;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The ancestors of a place in a walk, top first: an immutable list that shares its beginning with
 * the lists of its ancestors, because copies would take quadratic room on a deep chain.
 */
final class PathUp extends AbstractList<NodeId> {

  /** No ancestors. */
  static final PathUp EMPTY = new PathUp();

  private final PathUp above;
  private final NodeId last;
  private final int size;

  private PathUp() {
    this.above = this;
    this.last = null;
    this.size = 0;
  }

  private PathUp(PathUp above, NodeId last) {
    this.above = above;
    this.last = last;
    this.size = above.size + 1;
  }

  /** The list itself when it is one of these, else a copy. */
  static List<NodeId> immutable(List<NodeId> list) {
    return list instanceof PathUp ? list : List.copyOf(list);
  }

  PathUp plus(NodeId id) {
    return new PathUp(this, id);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public NodeId get(int index) {
    Objects.checkIndex(index, size);
    PathUp path = this;
    while (path.size > index + 1) {
      path = path.above;
    }
    return path.last;
  }

  @Override
  public Iterator<NodeId> iterator() {
    NodeId[] ids = new NodeId[size];
    for (PathUp path = this; path.size > 0; path = path.above) {
      ids[path.size - 1] = path.last;
    }
    return Arrays.asList(ids).iterator();
  }
}
