package io.appofapps.confluence.view.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The rows of a tree that answer a question, placed.
 *
 * @param rows in display order
 * @param folded how many of them are hidden at first
 * @param left how many rows the question leaves out
 */
public record Selection(List<ShownRow> rows, int folded, int left) {

  public Selection {
    rows = List.copyOf(rows);
  }

  /** The rows of the view that the parameters ask for. */
  public static Selection of(TreeView view, TreeParameters parameters) {
    List<ViewRow> chosen = chosen(view.rows(), parameters);
    int size = chosen.size();
    int[] parent = parents(chosen);
    int[] siblings = new int[size + 1];
    int[] position = new int[size];
    for (int i = 0; i < size; i++) {
      position[i] = ++siblings[parent[i] + 1];
    }
    boolean[] open = new boolean[size];
    boolean[] folded = new boolean[size];
    List<List<Boolean>> guides = new ArrayList<>(size);
    List<List<String>> paths = new ArrayList<>(size);
    List<ShownRow> rows = new ArrayList<>(size);
    int hidden = 0;
    for (int i = 0; i < size; i++) {
      ViewRow row = chosen.get(i);
      boolean expandable = siblings[i + 1] > 0;
      boolean folding = parameters.show() == Show.ATTENTION && row.quiet() && parent[i] >= 0;
      open[i] = expandable && !folding;
      folded[i] = folding && (!expandable || !open[parent[i]]);
      hidden += folded[i] ? 1 : 0;
      boolean more = position[i] < siblings[parent[i] + 1];
      guides.add(parent[i] < 0 ? List.of() : with(guides.get(parent[i]), more));
      paths.add(
          parent[i] < 0 ? List.of() : with(paths.get(parent[i]), chosen.get(parent[i]).name()));
      rows.add(
          new ShownRow(
              row,
              guides.get(i),
              paths.get(i),
              position[i],
              siblings[parent[i] + 1],
              expandable,
              open[i],
              folded[i]));
    }
    return new Selection(rows, hidden, view.rows().size() - size);
  }

  private static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** Index of each row's parent among the rows, -1 for the root. */
  private static int[] parents(List<ViewRow> rows) {
    int[] parents = new int[rows.size()];
    Deque<Integer> way = new ArrayDeque<>();
    for (int i = 0; i < rows.size(); i++) {
      while (!way.isEmpty() && rows.get(way.peek()).depth() >= rows.get(i).depth()) {
        way.pop();
      }
      parents[i] = way.isEmpty() ? -1 : way.peek();
      way.push(i);
    }
    return parents;
  }

  /** Rows that match, and the rows on the way to them, so that no row stands without its parent. */
  private static List<ViewRow> chosen(List<ViewRow> all, TreeParameters parameters) {
    int[] parent = parents(all);
    boolean[] keep = new boolean[all.size()];
    for (int i = all.size() - 1; i >= 0; i--) {
      keep[i] |= matches(all.get(i), parameters) || i == 0;
      if (keep[i] && parent[i] >= 0) {
        keep[parent[i]] = true;
      }
    }
    if (parameters.depth() > 0) {
      for (int i = 0; i < keep.length; i++) {
        keep[i] &= all.get(i).depth() < parameters.depth();
      }
    }
    return Arrays.stream(indexes(keep)).mapToObj(all::get).toList();
  }

  private static int[] indexes(boolean[] keep) {
    int[] found = new int[keep.length];
    int count = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean matches(ViewRow row, TreeParameters parameters) {
    boolean inEnvironment =
        parameters.environment().isEmpty()
            || row.environment().equalsIgnoreCase(parameters.environment());
    boolean wanted = parameters.show() != Show.PROBLEMS || row.attention();
    return inEnvironment && wanted;
  }
}
