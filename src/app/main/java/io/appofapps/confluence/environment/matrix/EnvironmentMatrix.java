package io.appofapps.confluence.environment.matrix;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Services by environments.
 *
 * @param environments all that occur, from first to last; the empty one stands for Applications of
 *     which nobody knows the environment
 * @param rows services by name
 */
public record EnvironmentMatrix(List<String> environments, List<MatrixRow> rows) {

  public EnvironmentMatrix {
    environments = List.copyOf(environments);
    rows = List.copyOf(rows);
  }

  /**
   * The matrix of all Applications below the tops that are a service, each once. An environment is
   * compared with the nearest earlier stage that has the service; environments of one stage ({@code
   * prod-eu}, {@code prod-us}) are not compared with each other, and those without a place in the
   * order with none.
   *
   * @param order environments from first to last
   */
  public static EnvironmentMatrix of(
      Forest forest, List<NodeId> tops, Landscape landscape, List<String> order, Commits commits) {
    Map<String, Map<String, List<Deployed>>> services =
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
    EnvironmentOrder byOrder = new EnvironmentOrder(order);
    TreeSet<String> environments = new TreeSet<>(byOrder);
    Set<NodeId> seen = new HashSet<>();
    for (NodeId top : tops) {
      for (Occurrence occurrence : forest.walk(top)) {
        TreeNode node = occurrence.node();
        Optional<Service> service = landscape.service(node.id());
        if (node.application().isPresent() && service.isPresent() && seen.add(node.id())) {
          Optional<Environment> environment = landscape.environment(node.id());
          String name = environment.map(Environment::name).orElse("");
          environments.add(name);
          services
              .computeIfAbsent(service.get().name(), ignored -> new HashMap<>())
              .computeIfAbsent(name, ignored -> new ArrayList<>())
              .add(
                  deployed(
                      node.application().get(),
                      service.get().name(),
                      environment.map(Environment::evidence).orElse("")));
        }
      }
    }
    List<MatrixRow> rows = new ArrayList<>();
    services.forEach((service, cells) -> rows.add(row(service, cells, byOrder, commits)));
    return new EnvironmentMatrix(List.copyOf(environments), rows);
  }

  private static Deployed deployed(Application application, String service, String evidence) {
    return new Deployed(
        application.key(),
        evidence,
        Versions.of(application, service),
        application.health(),
        application.sync(),
        application.details().deployedAt(),
        application.labels());
  }

  private static MatrixRow row(
      String service, Map<String, List<Deployed>> cells, EnvironmentOrder order, Commits commits) {
    Map<String, MatrixCell> row = new TreeMap<>(order);
    List<String> names = cells.keySet().stream().sorted(order).toList();
    for (String name : names) {
      List<Deployed> deployed =
          cells.get(name).stream()
              .sorted(Comparator.comparing(each -> each.key().toString()))
              .toList();
      Optional<Ahead> ahead =
          earlier(name, names, order)
              .flatMap(
                  before ->
                      Ahead.of(before, versions(cells.get(before)), versions(deployed), commits));
      row.put(name, new MatrixCell(deployed, ahead));
    }
    return new MatrixRow(service, row);
  }

  /** The nearest environment of an earlier stage; of several of that stage the first. */
  private static Optional<String> earlier(String name, List<String> names, EnvironmentOrder order) {
    if (!order.hasPlace(name)) {
      return Optional.empty();
    }
    int stage = order.stage(name);
    return names.stream()
        .filter(other -> order.stage(other) < stage)
        .max(Comparator.<String>comparingInt(order::stage).thenComparing(order.reversed()));
  }

  private static List<ShownVersion> versions(List<Deployed> deployed) {
    return deployed.stream()
        .sorted(Comparator.comparing(each -> each.key().toString()))
        .flatMap(each -> each.versions().stream())
        .toList();
  }
}
