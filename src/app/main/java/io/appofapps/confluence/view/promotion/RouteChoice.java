package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.environment.matrix.EnvironmentOrder;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.view.frame.BadParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From where to where a service is promoted.
 *
 * @param environments all in which the service runs, from first to last
 * @param from one of them
 * @param to another of them
 */
record RouteChoice(List<String> environments, String from, String to) {

  RouteChoice {
    environments = List.copyOf(environments);
  }

  /**
   * The pair that the author or the reader asks for. What is not said is the nearest: before the
   * target, behind the source; without both, the first pair of which the target lacks something,
   * else the first.
   *
   * @param from as given, empty when absent
   * @param to as given, empty when absent
   * @throws BadParameter naming the one that the service is not in
   */
  static RouteChoice of(MatrixRow row, EnvironmentOrder order, String from, String to)
      throws BadParameter {
    List<String> all = row.cells().keySet().stream().filter(each -> !each.isEmpty()).toList();
    String source = known("from", from, all);
    String target = known("to", to, all);
    if (!target.isEmpty() && source.isEmpty()) {
      source = before(target, all, order);
    } else if (!source.isEmpty() && target.isEmpty()) {
      target = behind(source, all, order);
    } else if (source.isEmpty()) {
      target = next(row, all, order);
      source = target.isEmpty() ? "" : before(target, all, order);
    }
    if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
      throw new BadParameter(source.isEmpty() ? "from" : "to", to, String.join(", ", all));
    }
    return new RouteChoice(all, source, target);
  }

  private static String known(String parameter, String given, List<String> all)
      throws BadParameter {
    if (given.isEmpty()) {
      return "";
    }
    return all.stream()
        .filter(given::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new BadParameter(parameter, given, String.join(", ", all)));
  }

  private static String next(MatrixRow row, List<String> all, EnvironmentOrder order) {
    List<String> targets =
        all.stream().filter(each -> !before(each, all, order).isEmpty()).toList();
    return targets.stream()
        .filter(each -> row.cell(each).flatMap(cell -> cell.ahead()).isPresent())
        .findFirst()
        .orElse(targets.isEmpty() ? "" : targets.get(0));
  }

  /** The last environment of an earlier stage; empty when there is none. */
  private static String before(String target, List<String> all, EnvironmentOrder order) {
    List<String> backwards = new ArrayList<>(all.subList(0, all.indexOf(target)));
    Collections.reverse(backwards);
    return backwards.stream().filter(each -> order.isEarlier(each, target)).findFirst().orElse("");
  }

  private static String behind(String source, List<String> all, EnvironmentOrder order) {
    return all.subList(all.indexOf(source) + 1, all.size()).stream()
        .filter(each -> order.isEarlier(source, each))
        .findFirst()
        .orElse("");
  }
}
