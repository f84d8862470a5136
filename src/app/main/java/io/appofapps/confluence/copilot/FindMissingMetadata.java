package io.appofapps.confluence.copilot;

import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.view.owners.OwnersReport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code find_missing_metadata}. */
@Named
public class FindMissingMetadata implements Tool {

  private static final int FEW = 50;

  private final Metadata metadata;

  @Inject
  public FindMissingMetadata(Metadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public McpSchema.Tool description() {
    Schema service =
        Schema.texts("service")
            .with("environments", Schema.list(Schema.text()))
            .with("applications", Schema.list(Schema.text()))
            .with("missing", Schema.list(Schema.text()))
            .with("percent", Schema.number());
    return Tools.reading(
        "find_missing_metadata",
        "Find missing metadata",
        "Lists the services of a deployment set whose manifests do not say all that they should"
            + " (owner, team, on-call, runbook …), and what each lacks. An empty value counts as"
            + " missing.",
        Slice.arguments(
            Schema.object()
                .with("set", Tools.set())
                .maybe("field", Schema.name("Only services that lack this field, such as owner."))
                .maybe("environment", Schema.name("Only services of this environment.")),
            FEW,
            200),
        Slice.answers(
            Schema.texts("set")
                .with("fields", Schema.list(Schema.text()))
                .with("percentOfAll", Schema.number())
                .with("services", Schema.list(service.build()))));
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    Slice slice = Slice.of(arguments, FEW);
    OwnersReport report =
        metadata.of(caller, arguments.text("set"), arguments.optional("environment"));
    List<String> fields =
        report.rules().fields().stream().filter(Field::counts).map(Field::id).toList();
    String field = arguments.text("field");
    if (!field.isEmpty() && !fields.contains(field)) {
      throw new ToolFailure(
          "There is no field "
              + Untrusted.inQuotes(field)
              + " that counts. There are: "
              + String.join(", ", fields)
              + ".");
    }
    List<ServiceMetadata> found =
        report.services().stream()
            .filter(
                each ->
                    field.isEmpty()
                        ? !each.completeness().missing().isEmpty()
                        : each.completeness().missing().contains(field))
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("set", report.page().set().key());
    answer.put("fields", fields);
    answer.put("percentOfAll", report.completeness().percent());
    answer.put("services", slice.of(found).stream().map(FindMissingMetadata::json).toList());
    slice.close(answer, found.size());
    return answer;
  }

  private static Map<String, Object> json(ServiceMetadata service) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", service.service());
    json.put("environments", service.environments());
    json.put("applications", service.applications());
    json.put("missing", service.completeness().missing());
    json.put("percent", service.completeness().percent());
    return json;
  }
}
