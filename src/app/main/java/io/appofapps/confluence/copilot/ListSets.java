package io.appofapps.confluence.copilot;

import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.view.tree.TreeJson;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code list_deployment_sets}. */
@Named
public class ListSets implements Tool {

  private static final int FEW = 50;

  private final Sets sets;

  @Inject
  public ListSets(Sets sets) {
    this.sets = sets;
  }

  @Override
  public McpSchema.Tool description() {
    Schema set =
        Schema.texts("key", "title", "connection", "root", "rolledUpHealth")
            .with("applications", Schema.number())
            .with("orphan", Schema.flag())
            .with("present", Schema.flag());
    return Tools.reading(
        "list_deployment_sets",
        "List deployment sets",
        "Lists the deployment sets (roots of Argo CD's app of apps) that the person may see, with"
            + " the worst health below each. Begin here: the other tools ask for a set's key.",
        Slice.arguments(
            Schema.object()
                .maybe("search", Schema.name("Only sets whose key or title has this text.")),
            FEW,
            100),
        Slice.answers(Schema.object().with("sets", Schema.list(set.build()))));
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    Slice slice = Slice.of(arguments, FEW);
    String search = arguments.text("search").toLowerCase(Locale.ROOT);
    List<Sight.Seen> found =
        sets.all(caller).stream()
            .filter(seen -> has(seen.set().key(), search) || has(seen.set().title(), search))
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sets", slice.of(found).stream().map(TreeJson::set).toList());
    slice.close(answer, found.size());
    return answer;
  }

  private static boolean has(String text, String search) {
    return text.toLowerCase(Locale.ROOT).contains(search);
  }
}
