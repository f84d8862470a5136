package io.appofapps.confluence.copilot;

import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.docs.job.PageText;
import io.appofapps.confluence.docs.job.Wiki;
import io.appofapps.confluence.docs.storage.PlainText;
import io.appofapps.confluence.docs.storage.StorageReader;
import io.appofapps.confluence.docs.storage.UnreadableStorageException;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.pages.BoundPages;
import io.appofapps.confluence.view.pages.PageDirectory;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code get_page_context}. */
@Named
public class GetPageContext implements Tool {

  private static final int MOST_PAGES = 5;
  private static final int SHORT = 8_000;

  private final Sets sets;
  private final Metadata metadata;
  private final BoundPages bound;
  private final PageDirectory directory;
  private final Wiki wiki;

  @Inject
  public GetPageContext(
      Sets sets, Metadata metadata, BoundPages bound, PageDirectory directory, Wiki wiki) {
    this.sets = sets;
    this.metadata = metadata;
    this.bound = bound;
    this.directory = directory;
    this.wiki = wiki;
  }

  @Override
  public McpSchema.Tool description() {
    Schema page =
        Schema.texts("id", "space", "address", "because")
            .with("version", Schema.number())
            .with("title", Schema.quoted())
            .with("text", Schema.quoted())
            .with("totalCharacters", Schema.number())
            .maybe("nextOffset", Schema.number());
    return Tools.reading(
        "get_page_context",
        "Get the pages behind an Application",
        "Gives the Confluence page that stands for an Application (by a macro, the manifest or a"
            + " rule) and those that its metadata names (runbook, release notes …), as plain text;"
            + " only pages that the person may view. Macros are named, not run. Long pages come in"
            + " parts: give page and offset for the next one.",
        Schema.object()
            .with("set", Tools.set())
            .with("application", Tools.application())
            .maybe("page", Schema.text("Id of one of its pages, to read only that.", 20))
            .maybe("offset", Schema.number("Characters of the page to pass over.", 0, 2_000_000))
            .maybe(
                "characters",
                Schema.number(
                    "Characters of each page at most; 8000 when left out.",
                    200,
                    Untrusted.LONGEST_PAGE)),
        Schema.texts("set", "application").with("pages", Schema.list(page.build())));
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    TreePage.Ready tree = sets.open(caller, arguments.text("set"));
    TreeNode node = Sets.application(tree, arguments.text("application"));
    Map<Long, Found> found = pages(caller, tree, node);
    String wanted = arguments.text("page");
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Found each : found.values()) {
      if (shown.size() < MOST_PAGES && (wanted.isEmpty() || wanted.equals(each.id()))) {
        read(each, arguments).ifPresent(shown::add);
      }
    }
    if (!wanted.isEmpty() && shown.isEmpty()) {
      throw new ToolFailure(
          "There is no such page of this Application that you may view. Leave page out to see"
              + " which there are.");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("set", tree.set().key());
    answer.put("application", node.id().key().toString());
    answer.put("pages", shown);
    return answer;
  }

  private record Found(PageDirectory.Page page, String because) {
    private String id() {
      return Long.toString(page.id());
    }
  }

  /** The pages that the person may view, the one that stands for the Application first. */
  private Map<Long, Found> pages(Caller caller, TreePage.Ready tree, TreeNode node)
      throws ToolFailure {
    Map<Long, Found> found = new LinkedHashMap<>();
    BoundPage leading = bound.all().get(node.id().key());
    if (leading != null) {
      add(caller, new PageAddress.ById(leading.id()), "stands for the Application", found);
    }
    Optional<Service> service = tree.tree().landscape().service(node.id());
    Optional<ServiceMetadata> known =
        service.isEmpty() ? Optional.empty() : metadata.service(caller, tree, service.get().name());
    known.ifPresent(
        of ->
            of.fields()
                .forEach(
                    (field, agreed) ->
                        directory
                            .own(agreed.said().value().raw())
                            .ifPresent(
                                address -> add(caller, address, "metadata: " + field, found))));
    return found;
  }

  private void add(Caller caller, PageAddress address, String because, Map<Long, Found> found) {
    directory
        .visible(address, caller.viewer())
        .ifPresent(page -> found.putIfAbsent(page.id(), new Found(page, because)));
  }

  private Optional<Map<String, Object>> read(Found found, Arguments arguments) {
    return wiki.read(List.of(found.page().id()), Map.of(), false).stream()
        .findFirst()
        .map(page -> json(found, page, arguments));
  }

  private static Map<String, Object> json(Found found, PageText page, Arguments arguments) {
    String text = text(page.storage().orElse(""));
    int from = Math.min(arguments.number("offset", 0), text.length());
    int to = Math.min(from + arguments.number("characters", SHORT), text.length());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("space", page.space());
    json.put("address", found.page().address());
    json.put("because", found.because());
    json.put("version", page.version());
    json.put("title", Untrusted.quoted(page.title()));
    json.put("text", Untrusted.quoted(text.substring(from, to)));
    json.put("totalCharacters", text.length());
    if (to < text.length()) {
      json.put("nextOffset", to);
    }
    return json;
  }

  private static String text(String storage) {
    try {
      return PlainText.of(StorageReader.read(storage));
    } catch (UnreadableStorageException e) {
      return "";
    }
  }
}
