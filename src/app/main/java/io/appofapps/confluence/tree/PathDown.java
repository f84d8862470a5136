package io.appofapps.confluence.tree;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * An immutable list that shares its tail, because the paths of all nodes of a deep chain would take
 * quadratic room. Made for reading from the front.
 */
final class PathDown extends AbstractList<NodeId> {

  private final NodeId head;
  private final List<NodeId> tail;
  private final int size;

  PathDown(NodeId head, List<NodeId> tail) {
    this.head = head;
    this.tail = tail;
    this.size = tail.size() + 1;
  }

  /** The list itself when it is one of these, else a copy. */
  static List<NodeId> immutable(List<NodeId> list) {
    return list instanceof PathDown ? list : List.copyOf(list);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public NodeId get(int index) {
    Objects.checkIndex(index, size);
    List<NodeId> rest = this;
    for (int i = index; rest instanceof PathDown path; i--) {
      if (i == 0) {
        return path.head;
      }
      rest = path.tail;
    }
    return rest.get(index - (size - rest.size()));
  }

  @Override
  public Iterator<NodeId> iterator() {
    return new Iterator<>() {
      private List<NodeId> rest = PathDown.this;

      @Override
      public boolean hasNext() {
        return !rest.isEmpty();
      }

      @Override
      public NodeId next() {
        if (rest.isEmpty()) {
          throw new NoSuchElementException();
        }
        NodeId next = rest.get(0);
        rest = rest instanceof PathDown path ? path.tail : rest.subList(1, rest.size());
        return next;
      }
    };
  }
}
