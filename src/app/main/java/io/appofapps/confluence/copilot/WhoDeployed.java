package io.appofapps.confluence.copilot;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code who_deployed}. */
@Named
public class WhoDeployed implements Tool {

  private static final int FEW = 20;

  private final Sets sets;
  private final Provider<PromotionDesk> desk;
  private final PromotionAnswers promotions;

  @Inject
  public WhoDeployed(Sets sets, Provider<PromotionDesk> desk, PromotionAnswers promotions) {
    this.sets = sets;
    this.desk = desk;
    this.promotions = promotions;
  }

  @Override
  public McpSchema.Tool description() {
    return Tools.reading(
        "who_deployed",
        "Who deployed",
        "Tells who deployed a service or an Application, newest first, from two sources: Argo CD's"
            + " history (the last five deployments of each Application, with who started them as"
            + " far as Argo CD knows) and the promotions made with this app (who asked, who"
            + " approved, through which copilot, what became of it). Name a service or an"
            + " application.",
        Schema.object()
            .with("set", Tools.set())
            .maybe("application", Tools.application())
            .maybe("service", Schema.name("Name of a service: all its Applications."))
            .maybe("environment", Schema.name("Only this environment."))
            .maybe(
                "limit",
                Schema.number("How many of each source at most; 20 when left out.", 1, 100)),
        Schema.texts("set", "service")
            .with("deployments", Schema.list(History.schema().build()))
            .with("promotions", Schema.list(PromotionAnswers.schema().build())));
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    TreePage.Ready page = sets.open(caller, arguments.text("set"));
    Landscape landscape = page.tree().landscape();
    Optional<String> environment = arguments.optional("environment");
    Predicate<TreeNode> there =
        node ->
            environment.isEmpty()
                || landscape.environment(node.id()).map(Environment::name).equals(environment);
    List<TreeNode> nodes;
    Optional<String> service;
    if (arguments.optional("application").isPresent()) {
      TreeNode node = Sets.application(page, arguments.text("application"));
      nodes = List.of(node);
      service = landscape.service(node.id()).map(Service::name);
    } else if (arguments.optional("service").isPresent()) {
      service = arguments.optional("service");
      nodes = Services.applications(page, service.get());
    } else {
      throw new ToolFailure("Name a service or an application.");
    }
    int most = arguments.number("limit", FEW);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("set", page.set().key());
    answer.put("service", service.orElse(null));
    answer.put(
        "deployments",
        nodes.stream()
            .filter(there)
            .flatMap(node -> node.application().stream())
            .flatMap(WhoDeployed::deployments)
            .sorted(
                Comparator.comparing((Map<String, Object> each) -> (String) each.get("at"))
                    .reversed())
            .limit(most)
            .toList());
    answer.put(
        "promotions",
        service
            .map(name -> cases(caller, page.set().key(), name, environment, most))
            .orElse(List.of())
            .stream()
            .map(promotions::json)
            .toList());
    return answer;
  }

  private static Stream<Map<String, Object>> deployments(Application app) {
    return app.details().deployments().stream().map(each -> History.json(app.key(), each));
  }

  private List<Case> cases(
      Caller caller, String set, String service, Optional<String> environment, int most) {
    LogFilter filter =
        new LogFilter(
            Optional.of(set),
            Optional.of(service),
            environment,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return desk.get().list(caller.actor(), filter, Optional.empty(), most).cases();
  }
}
