package io.appofapps.confluence.copilot;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Condition;
import io.appofapps.confluence.application.Deployment;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.tree.TreeJson;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code get_application}. */
@Named
public class GetApplication implements Tool {

  private static final int MOST = 50;

  private final Sets sets;
  private final Metadata metadata;
  private final ArgoCdLinks links;

  @Inject
  public GetApplication(Sets sets, Metadata metadata, ArgoCdLinks links) {
    this.sets = sets;
    this.metadata = metadata;
    this.links = links;
  }

  @Override
  public McpSchema.Tool description() {
    Schema application =
        GetTree.node()
            .with("automatedSync", Schema.flag())
            .with("operation", Schema.texts("phase").with("message", Schema.quoted()).build())
            .with("destination", Schema.texts("server", "name", "namespace").build())
            .with(
                "sources",
                Schema.list(Schema.texts("repoUrl", "path", "chart", "targetRevision").build()))
            .with("images", Schema.list(Schema.text()))
            .with(
                "conditions",
                Schema.list(Schema.texts("type", "since").with("message", Schema.quoted()).build()))
            .with(
                "affectedResources",
                Schema.list(
                    Schema.texts("kind", "namespace", "name", "health")
                        .with("outOfSync", Schema.flag())
                        .with("requiresPruning", Schema.flag())
                        .build()))
            .with("labels", Schema.list(named()))
            .with("annotations", Schema.list(named()))
            .with("info", Schema.list(named()))
            .with("argoCdUrl", Schema.textOrNull())
            .with("healthSince", Schema.textOrNull());
    return Tools.reading(
        "get_application",
        "Get an Application",
        "Gives one Application of Argo CD: how it stands and why, what runs, its sources, its last"
            + " deployments with who started them, its annotations, and the metadata of its service"
            + " (owner, on-call, runbook …) with where each is said.",
        Schema.object().with("set", Tools.set()).with("application", Tools.application()),
        Schema.texts("set", "asOf")
            .with("application", application.build())
            .with("history", Schema.list(History.schema().build()))
            .with("metadata", Metadata.schema().build()));
  }

  private static Map<String, Object> named() {
    return Schema.texts("name").with("value", Schema.quoted()).build();
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    TreePage.Ready page = sets.open(caller, arguments.text("set"));
    TreeNode node = Sets.application(page, arguments.text("application"));
    Application app = node.application().orElseThrow();
    Map<String, Object> answer = new LinkedHashMap<>();
    String asOf = TreeJson.asOf(page.set(), page.snapshot());
    answer.put("set", page.set().key());
    answer.put("asOf", asOf.isEmpty() ? null : asOf);
    answer.put("application", application(node, app, page));
    answer.put(
        "history", app.details().deployments().stream().map(each -> history(app, each)).toList());
    Optional<Service> service = page.tree().landscape().service(node.id());
    Optional<ServiceMetadata> known =
        service.isEmpty() ? Optional.empty() : metadata.service(caller, page, service.get().name());
    answer.put("metadata", Metadata.json(known));
    return answer;
  }

  private static Map<String, Object> history(Application app, Deployment deployment) {
    return History.json(app.key(), deployment);
  }

  private Map<String, Object> application(TreeNode node, Application app, TreePage.Ready page) {
    Map<String, Object> json = TreeJson.node(node, page.tree().landscape());
    json.put("automatedSync", app.automated());
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", app.operationPhase());
    operation.put("message", Untrusted.quoted(app.operationMessage()));
    json.put("operation", operation);
    Map<String, Object> destination = new LinkedHashMap<>();
    destination.put("server", app.destination().server());
    destination.put("name", app.destination().name());
    destination.put("namespace", app.destination().namespace());
    json.put("destination", destination);
    json.put("sources", app.sources().stream().map(GetApplication::source).toList());
    json.put("images", app.images().stream().limit(MOST).toList());
    json.put("conditions", app.conditions().stream().limit(MOST).map(GetApplication::of).toList());
    json.put(
        "affectedResources", app.details().affected().stream().map(GetApplication::of).toList());
    json.put("labels", named(app.labels()));
    json.put("annotations", named(app.annotations()));
    json.put(
        "info",
        app.info().stream().limit(MOST).map(item -> named(item.name(), item.value())).toList());
    json.put("argoCdUrl", links.applicationUrl(app.key(), app).orElse(null));
    json.put("healthSince", app.healthSince().map(Instant::toString).orElse(null));
    return json;
  }

  private static Map<String, Object> source(Source source) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("repoUrl", source.repoUrl());
    json.put("path", source.path());
    json.put("chart", source.chart());
    json.put("targetRevision", source.targetRevision());
    return json;
  }

  private static Map<String, Object> of(Condition condition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", condition.type());
    json.put("message", Untrusted.quoted(condition.message()));
    json.put("since", condition.since().map(Instant::toString).orElse(null));
    return json;
  }

  private static Map<String, Object> of(AffectedResource resource) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", resource.kind());
    json.put("namespace", resource.namespace());
    json.put("name", resource.name());
    json.put("health", resource.health().map(HealthStatus::word).orElse(null));
    json.put("outOfSync", resource.outOfSync());
    json.put("requiresPruning", resource.requiresPruning());
    return json;
  }

  private static List<Map<String, Object>> named(Map<String, String> entries) {
    return entries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST)
        .map(entry -> named(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, Object> named(String name, String value) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("value", Untrusted.quoted(value));
    return json;
  }
}
