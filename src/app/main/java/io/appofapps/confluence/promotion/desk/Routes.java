package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.tree.NodeId;
import java.util.Comparator;
import java.util.List;

/** Finds the Applications of a route among those that the person sees. */
final class Routes {

  private Routes() {}

  /**
   * The two ends of a route.
   *
   * @param source where the version comes from
   * @param target where it goes to
   */
  record Ends(Application source, Application target) {}

  /**
   * @throws DeskException UNKNOWN when the person sees nothing of the set or the service; INVALID
   *     when the service runs in one of the environments not at all, or several times
   */
  static Ends find(Visibility visibility, Route route) throws DeskException {
    Visibility.Seen seen =
        visibility
            .set(route.set())
            .orElseThrow(() -> unknown("aoa.promotion.desk.unknown-set", route.set()));
    List<Application> all =
        seen.applications()
            .filter(each -> service(seen.tree(), each).equals(route.service()))
            .sorted(Comparator.comparing(Application::key))
            .toList();
    if (all.isEmpty() || route.service().isEmpty()) {
      throw unknown("aoa.promotion.desk.unknown-service", route.service());
    }
    if (route.from().equals(route.to())) {
      throw invalid("aoa.promotion.desk.same-environment", route.to());
    }
    return new Ends(only(seen.tree(), all, route.from()), only(seen.tree(), all, route.to()));
  }

  private static Application only(Look.Tree tree, List<Application> all, String environment)
      throws DeskException {
    List<Application> there =
        all.stream().filter(each -> environment(tree, each).equals(environment)).toList();
    if (there.isEmpty() || environment.isEmpty()) {
      throw invalid("aoa.promotion.desk.not-deployed", environment);
    }
    if (there.size() > 1) {
      String names =
          String.join(", ", there.stream().map(each -> each.key().name()).distinct().toList());
      throw invalid("aoa.promotion.desk.several", environment, names);
    }
    return there.get(0);
  }

  private static String service(Look.Tree tree, Application application) {
    return tree.landscape()
        .service(NodeId.application(application.key()))
        .map(Service::name)
        .orElse("");
  }

  private static String environment(Look.Tree tree, Application application) {
    return tree.landscape()
        .environment(NodeId.application(application.key()))
        .map(Environment::name)
        .orElse("");
  }

  private static DeskException unknown(String text, String argument) {
    return new DeskException(DeskException.Kind.UNKNOWN, Saying.of(text, argument));
  }

  private static DeskException invalid(String text, String... arguments) {
    return new DeskException(DeskException.Kind.INVALID, Saying.of(text, arguments));
  }
}
