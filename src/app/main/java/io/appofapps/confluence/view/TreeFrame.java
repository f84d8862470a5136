package io.appofapps.confluence.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The whole block of a tree: title, summary, tools, stamp, rows, footer. */
@Named
public class TreeFrame {

  /** No escaped text can look like it. */
  private static final String ROWS = "<!--rows-->";

  private final Templates templates;
  private final Texts texts;
  private final FrameParts parts;
  private final TreeRenderer renderer;

  @Inject
  public TreeFrame(Templates templates, Texts texts, FrameParts parts, TreeRenderer renderer) {
    this.templates = templates;
    this.texts = texts;
    this.parts = parts;
    this.renderer = renderer;
  }

  /**
   * The block for a page in a browser.
   *
   * @param preview whether it is only looked at for a moment: then it does not update itself
   */
  public String pageHtml(
      TreePage.Ready page, TreeParameters parameters, Reader reader, boolean preview) {
    DrawnTree drawn = renderer.draw(page, parameters, Form.of(parameters.layout()), reader);
    Map<String, Object> context = headings();
    context.put("title", page.set().title());
    context.put("heading", texts.get("aoa.tree.title", page.set().title()));
    context.put("treeLabel", texts.get("aoa.tree.label", page.set().title()));
    context.put("set", page.set().key());
    context.put("depth", parameters.depth());
    context.put("show", parameters.show().word());
    context.put("environmentFilter", parameters.environment());
    context.put("layout", parameters.layout().word());
    context.put("table", parameters.layout() == Layout.TABLE);
    context.put("revision", Long.toString(drawn.revision()));
    context.put("language", reader.locale().toLanguageTag());
    context.put("preview", preview);
    context.put("texts", scriptTexts());
    context.put("filterLabel", texts.get("aoa.tool.filter"));
    context.put("treeText", texts.get("aoa.tool.tree"));
    context.put("tableText", texts.get("aoa.tool.table"));
    context.put("layoutLabel", texts.get("aoa.tool.layout"));
    context.put("summaryHtml", parts.summaryHtml(drawn.view()));
    context.put("stampHtml", parts.stampHtml(page.connection(), reader));
    context.put("footerHtml", parts.footerHtml(drawn.selection(), parameters));
    return withRows("tree", context, drawn.html());
  }

  /** The complete table for outputs without script: nothing folded, absolute times. */
  public String exportHtml(TreePage.Ready page, TreeParameters parameters, Reader reader) {
    TreeParameters open =
        parameters.show() == Show.ATTENTION ? parameters.showing(Show.ALL) : parameters;
    DrawnTree drawn = renderer.draw(page, open, Form.EXPORT, reader);
    Map<String, Object> context = headings();
    context.put("heading", texts.get("aoa.tree.title", page.set().title()));
    context.put("summary", parts.summaryText(drawn.view()));
    context.put("stamp", parts.stampText(page.connection(), reader));
    return withRows("tree-export", context, drawn.html());
  }

  /** Rows of a large tree are megabytes: they are put into the rendered frame, not through it. */
  private String withRows(String template, Map<String, Object> context, String rows) {
    context.put("rowsHtml", ROWS);
    String frame = templates.render(template, context).strip();
    int at = frame.indexOf(ROWS);
    return new StringBuilder(frame.length() + rows.length())
        .append(frame, 0, at)
        .append(rows)
        .append(frame, at + ROWS.length(), frame.length())
        .toString();
  }

  private Map<String, Object> headings() {
    Map<String, Object> context = new HashMap<>();
    context.put("nameHeading", texts.get("aoa.column.application"));
    context.put("environmentHeading", texts.get("aoa.column.environment"));
    context.put("revisionHeading", texts.get("aoa.column.revision"));
    context.put("syncHeading", texts.get("aoa.column.sync"));
    context.put("healthHeading", texts.get("aoa.column.health"));
    return context;
  }

  /** The script's words as a JSON object; it stands in an attribute. */
  private String scriptTexts() {
    return "{"
        + entry("updated", "aoa.script.updated")
        + ","
        + entry("found", "aoa.script.found")
        + ","
        + entry("signedOut", "aoa.script.signed-out")
        + ","
        + entry("away", "aoa.script.away")
        + "}";
  }

  private String entry(String name, String key) {
    String text = texts.get(key, "{0}").replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + name + "\":\"" + text + "\"";
  }
}
