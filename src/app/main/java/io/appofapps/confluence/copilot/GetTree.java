package io.appofapps.confluence.copilot;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.tree.TreeJson;
import io.appofapps.confluence.view.tree.TreeOrder;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code get_deployment_tree}. */
@Named
public class GetTree implements Tool {

  private static final int FEW = 100;
  private static final int DEPTH = 3;

  private final Sets sets;

  @Inject
  public GetTree(Sets sets) {
    this.sets = sets;
  }

  /** The shape of a node in answers, as {@link TreeJson#node} makes it. */
  static Schema node() {
    return Schema.texts(
            "id",
            "kind",
            "connection",
            "namespace",
            "name",
            "project",
            "sync",
            "health",
            "rolledUpHealth",
            "culprit",
            "revision",
            "environment",
            "service")
        .with("parents", Schema.list(Schema.text()))
        .with("flags", Schema.list(Schema.text()));
  }

  @Override
  public McpSchema.Tool description() {
    return Tools.reading(
        "get_deployment_tree",
        "Get a deployment tree",
        "Gives the Applications of a deployment set, parents before children: sync status, health,"
            + " the worst health below (rolledUpHealth) and which node is to blame for it"
            + " (culprit). Ask for problemsOnly to see only what is not Synced and Healthy, and for"
            + " below to look at one branch.",
        Slice.arguments(
            Schema.object()
                .with("set", Tools.set())
                .maybe("below", Tools.application())
                .maybe("depth", Schema.number("Levels to go down; 3 when left out.", 1, 20))
                .maybe("environment", Schema.name("Only Applications of this environment."))
                .maybe("problemsOnly", Schema.flag("Only what is not Synced and Healthy.")),
            FEW,
            500),
        Slice.answers(
            Schema.texts("set", "asOf")
                .with("nodes", Schema.list(node().with("depth", Schema.number()).build()))));
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    Slice slice = Slice.of(arguments, FEW);
    TreePage.Ready page = sets.open(caller, arguments.text("set"));
    String below = arguments.text("below");
    List<Occurrence> nodes =
        below.isEmpty()
            ? TreeOrder.of(page.tree())
            : TreeOrder.below(page.tree(), Sets.application(page, below).id());
    boolean problems = arguments.flag("problemsOnly");
    // problems are looked for at any depth unless somebody says how deep
    int depth = arguments.number("depth", problems ? Integer.MAX_VALUE : DEPTH);
    String environment = arguments.text("environment");
    List<Occurrence> found =
        nodes.stream()
            .filter(each -> each.depth() < depth)
            .filter(each -> !problems || isProblem(each.node()))
            .filter(each -> environment.isEmpty() || isIn(environment, each.node(), page))
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    String asOf = TreeJson.asOf(page.set(), page.snapshot());
    answer.put("set", page.set().key());
    answer.put("asOf", asOf.isEmpty() ? null : asOf);
    answer.put(
        "nodes",
        slice.of(found).stream()
            .map(
                each -> {
                  Map<String, Object> node = TreeJson.node(each.node(), page.tree().landscape());
                  node.put("depth", each.depth());
                  return node;
                })
            .toList());
    slice.close(answer, found.size());
    return answer;
  }

  private static boolean isProblem(TreeNode node) {
    return node.health() != HealthStatus.HEALTHY
        || node.application().filter(app -> app.sync() != SyncStatus.SYNCED).isPresent();
  }

  private static boolean isIn(String environment, TreeNode node, TreePage.Ready page) {
    return page.tree()
        .landscape()
        .environment(node.id())
        .map(Environment::name)
        .filter(environment::equals)
        .isPresent();
  }
}
