package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.StatusLook;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code aoa-tree}: the deployment tree of a set. */
@Named
public class TreeBlock implements Block {

  private static final int BAR_WIDTH = 150;

  private final TreePages pages;
  private final Templates templates;
  private final Texts texts;
  private final RowHtml rows;

  /** The view says everything but the name of the set. */
  private record Facts(TreeView view, String title) {}

  @Inject
  public TreeBlock(TreePages pages, Templates templates, Texts texts) {
    this.pages = pages;
    this.templates = templates;
    this.texts = texts;
    this.rows = new RowHtml(templates, texts);
  }

  @Override
  public String name() {
    return "aoa-tree";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "snapshot", "depth", "show", "environment", "layout");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    TreeParameters parameters = TreeParameters.of(question.parameters());
    TreePage page =
        pages.open(
            question.viewer(),
            question.place(),
            parameters.set(),
            question.parameters().snapshot());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Answer.Away(page);
    }
    Facts facts = new Facts(ready.view(), ready.set().title());
    return Answer.of(ready, facts, () -> content(facts, parameters, question));
  }

  private Content content(Facts facts, TreeParameters parameters, Question question) {
    Moments moments = new Moments(question.reader());
    String title = texts.get("aoa.tree.title", facts.title());
    String label = texts.get("aoa.tree.label", facts.title());
    boolean tree = question.face() == Face.PAGE && parameters.layout() == Layout.TREE;
    Selection selection = Selection.of(facts.view(), tree ? parameters : parameters.unfolded());
    Content content =
        tree
            ? Content.of(title, new TreeBody(label, SentRows.all(selection.rows()), rows, moments))
                .csv(() -> twin(label, facts.view(), parameters, moments))
            : Content.of(title, new TreeTable(texts, moments).of(label, selection.rows()));
    return content
        .summary(new Html(summaryHtml(facts.view()), Html.text(summary(facts.view())).export()))
        .tools(new Html(switchHtml(parameters.layout()), ""))
        .footer(footer(selection, parameters));
  }

  private Table twin(String label, TreeView view, TreeParameters parameters, Moments moments) {
    Selection all = Selection.of(view, parameters.unfolded());
    return new TreeTable(texts, moments).of(label, all.rows());
  }

  /** How many there are, how many need attention. */
  private String summary(TreeView view) {
    String count = texts.get("aoa.tree.applications", view.applications());
    return view.attention() == 0
        ? count
        : count + " · " + texts.get("aoa.tree.attention", view.attention());
  }

  private String summaryHtml(TreeView view) {
    Map<String, Object> context = new HashMap<>();
    context.put("barHtml", bar(view.byHealth()));
    context.put(
        "barLabel",
        view.byHealth().entrySet().stream()
            .map(part -> part.getValue() + " " + part.getKey().word())
            .collect(Collectors.joining(", ")));
    context.put("text", summary(view));
    return templates.render("summary", context).strip();
  }

  /** Every status that occurs is at least two units wide, or nobody would see it. */
  private static String bar(Map<HealthStatus, Integer> byHealth) {
    int total = Math.max(1, byHealth.values().stream().mapToInt(Integer::intValue).sum());
    int gaps = 2 * Math.max(0, byHealth.size() - 1);
    StringBuilder html = new StringBuilder();
    int x = 0;
    int room = BAR_WIDTH - gaps;
    for (Map.Entry<HealthStatus, Integer> part : byHealth.entrySet()) {
      int width = Math.max(2, room * part.getValue() / total);
      html.append(
          "<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"6\" class=\"aoa-%s\"></rect>"
              .formatted(x, width, StatusLook.of(part.getKey()).tone()));
      x += width + 2;
    }
    return html.toString();
  }

  private String switchHtml(Layout layout) {
    Map<String, Object> context = new HashMap<>();
    context.put("table", layout == Layout.TABLE);
    context.put("treeText", texts.get("aoa.tool.tree"));
    context.put("tableText", texts.get("aoa.tool.table"));
    context.put("layoutLabel", texts.get("aoa.tool.layout"));
    return templates.render("tree-switch", context).strip();
  }

  /** What is left out; empty when nothing is. */
  private Html footer(Selection selection, TreeParameters parameters) {
    return Html.words(Html.text(nothing(selection, parameters)), Html.text(left(selection)));
  }

  private String left(Selection selection) {
    return selection.left() == 0 ? "" : texts.get("aoa.tree.left", selection.left());
  }

  private String nothing(Selection selection, TreeParameters parameters) {
    boolean nothing =
        !parameters.environment().isEmpty()
            && selection.rows().stream()
                .noneMatch(
                    row -> row.row().environment().equalsIgnoreCase(parameters.environment()));
    return nothing ? texts.get("aoa.tree.no-environment", parameters.environment()) : "";
  }
}
