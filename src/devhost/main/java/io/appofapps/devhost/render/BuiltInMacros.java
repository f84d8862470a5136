package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A few of the macros every Confluence has, with its names and parameters. */
final class BuiltInMacros {

  /** Stands in the output where the table of contents goes once all headings are known. */
  static final String TOC_MARK = "<!--host-table-of-contents-->";

  static final List<BuiltInMacro> ALL =
      List.of(
          box("info", "Info", "confluence-information-macro-information", "aui-iconfont-info"),
          box("tip", "Tip", "confluence-information-macro-tip", "aui-iconfont-approve"),
          box("note", "Note", "confluence-information-macro-note", "aui-iconfont-warning"),
          box("warning", "Warning", "confluence-information-macro-warning", "aui-iconfont-error"),
          macro(
              "panel",
              "Panel",
              "A box around content, with a title.",
              Macro.BodyType.RICH_TEXT,
              BuiltInMacros::panel,
              text("title", "Title")),
          macro(
              "expand",
              "Expand",
              "Hides content until a reader opens it.",
              Macro.BodyType.RICH_TEXT,
              BuiltInMacros::expand,
              text("title", "Title")),
          macro(
              "details",
              "Page Properties",
              "A table of properties that reports can collect.",
              Macro.BodyType.RICH_TEXT,
              (parameters, body) -> "<div class=\"plugin-tabmeta-details\">" + body + "</div>",
              text("id", "Page Properties ID")),
          macro(
              "code",
              "Code Block",
              "Program text in a fixed-width type.",
              Macro.BodyType.PLAIN_TEXT,
              BuiltInMacros::code,
              text("language", "Syntax highlighting"),
              text("title", "Title")),
          macro(
              "noformat",
              "No Format",
              "Text shown as it stands.",
              Macro.BodyType.PLAIN_TEXT,
              BuiltInMacros::code,
              text("title", "Title")),
          macro(
              "status",
              "Status",
              "A coloured word.",
              Macro.BodyType.NONE,
              BuiltInMacros::status,
              text("title", "Title"),
              text("colour", "Colour")),
          macro(
              "toc",
              "Table of Contents",
              "The headings of the page as links.",
              Macro.BodyType.NONE,
              (parameters, body) -> TOC_MARK));

  private BuiltInMacros() {}

  static Optional<BuiltInMacro> find(String name) {
    return ALL.stream().filter(macro -> macro.description().name().equals(name)).findFirst();
  }

  private static BuiltInMacro box(String name, String title, String style, String icon) {
    Body body =
        (parameters, content) ->
            "<div class=\"confluence-information-macro "
                + style
                + "\">"
                + title(parameters, "p", "title")
                + "<span class=\"aui-icon aui-icon-small "
                + icon
                + " confluence-information-macro-icon\"></span>"
                + "<div class=\"confluence-information-macro-body\">"
                + content
                + "</div></div>";
    return macro(
        name,
        title,
        "A coloured box for what readers must not miss.",
        Macro.BodyType.RICH_TEXT,
        body,
        text("title", "Title"));
  }

  private static String panel(Map<String, String> parameters, String body) {
    return "<div class=\"panel\">"
        + title(parameters, "div", "panelHeader")
        + "<div class=\"panelContent\">"
        + body
        + "</div></div>";
  }

  private static String expand(Map<String, String> parameters, String body) {
    return "<details class=\"expand-container\"><summary>"
        + Html.escape(parameters.getOrDefault("title", "Click here to expand..."))
        + "</summary>"
        + body
        + "</details>";
  }

  private static String code(Map<String, String> parameters, String body) {
    return "<div class=\"code panel\">"
        + title(parameters, "div", "codeHeader panelHeader")
        + "<pre class=\"codeContent panelContent\">"
        + Html.escape(body)
        + "</pre></div>";
  }

  private static String status(Map<String, String> parameters, String body) {
    String style =
        switch (parameters.getOrDefault("colour", "").toLowerCase(java.util.Locale.ROOT)) {
          case "green" -> " aui-lozenge-success";
          case "yellow" -> " aui-lozenge-moved";
          case "red" -> " aui-lozenge-error";
          case "blue" -> " aui-lozenge-inprogress";
          default -> "";
        };
    return "<span class=\"status-macro aui-lozenge"
        + style
        + "\">"
        + Html.escape(parameters.getOrDefault("title", ""))
        + "</span>";
  }

  private static String title(Map<String, String> parameters, String element, String style) {
    String title = parameters.getOrDefault("title", "");
    return title.isBlank()
        ? ""
        : "<" + element + " class=\"" + style + "\">" + Html.escape(title) + "</" + element + ">";
  }

  private static MacroParameter text(String name, String label) {
    return new MacroParameter(
        name, "string", label, "", false, false, false, "", List.of(), Map.of());
  }

  private static BuiltInMacro macro(
      String name,
      String title,
      String description,
      Macro.BodyType bodyType,
      Body body,
      MacroParameter... parameters) {
    return new BuiltInMacro(
        new MacroDescription(
            name,
            title,
            description,
            "com.atlassian.confluence.host",
            "",
            "",
            List.of("formatting"),
            List.of(),
            true,
            List.of(parameters),
            List.of()),
        new Simple(bodyType, body));
  }

  /** What a built-in macro makes of its parameters and body. */
  private interface Body {
    String render(Map<String, String> parameters, String body);
  }

  private record Simple(Macro.BodyType bodyType, Body render) implements Macro {
    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
      return render.render(parameters, body);
    }

    @Override
    public BodyType getBodyType() {
      return bodyType;
    }

    @Override
    public OutputType getOutputType() {
      return OutputType.BLOCK;
    }
  }
}
