package io.appofapps.devhost.render;

import io.appofapps.devhost.content.api.HostPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Confluence's macro {@code detailssummary}, the Page Properties Report: a row for each page with a
 * label, with the cells of its Page Properties. A cell is kept in storage format and rendered as
 * that page, so its macros learn of the page they are written on. Known are the parameters {@code
 * label}, {@code cql} that asks for one label, and {@code id}.
 */
final class PropertiesReport {

  static final String NAME = "detailssummary";
  private static final Pattern LABEL = Pattern.compile("\\s*label\\s*=\\s*\"([^\"]+)\"\\s*");

  /** Renders what stands in a cell. */
  interface Cells {
    String html(Element cell, HostConversionContext context, List<Rendered.Timing> timings);
  }

  private final LabelledPages pages;
  private final Cells cells;

  PropertiesReport(LabelledPages pages, Cells cells) {
    this.pages = pages;
    this.cells = cells;
  }

  /** The table, or a box that says why there is none. */
  String html(MacroCall call, HostConversionContext context, List<Rendered.Timing> timings) {
    Optional<String> label = label(call.parameters());
    if (label.isEmpty()) {
      return Boxes.error("Unable to render Page Properties Report", "A label is needed.");
    }
    Map<HostPage, Map<String, String>> rows = new LinkedHashMap<>();
    Set<String> headings = new LinkedHashSet<>();
    for (HostPage page : pages.find(label.get())) {
      Map<String, String> row = new LinkedHashMap<>();
      context
          .including(page)
          .ifPresent(
              inside ->
                  properties(page, call.parameters().getOrDefault("id", ""))
                      .forEach(
                          (heading, cell) -> row.put(heading, cells.html(cell, inside, timings))));
      headings.addAll(row.keySet());
      rows.put(page, row);
    }
    return table(rows, headings);
  }

  private static Optional<String> label(Map<String, String> parameters) {
    Matcher cql = LABEL.matcher(parameters.getOrDefault("cql", ""));
    return cql.matches()
        ? Optional.of(cql.group(1))
        : Optional.ofNullable(parameters.get("label")).filter(label -> !label.isBlank());
  }

  /** The cells beside headings in the page's Page Properties of that id. */
  private static Map<String, Element> properties(HostPage page, String id) {
    Map<String, Element> properties = new LinkedHashMap<>();
    for (Element macro :
        below(StorageFormat.parse(page.getBodyAsString()), "ac:structured-macro")) {
      MacroCall call = MacroCall.of(macro);
      if (call.name().equals("details") && call.parameters().getOrDefault("id", "").equals(id)) {
        call.richBody().stream()
            .flatMap(body -> below(body, "tr").stream())
            .forEach(
                row ->
                    Xml.child(row, "th")
                        .ifPresent(
                            heading ->
                                Xml.child(row, "td")
                                    .ifPresent(
                                        cell ->
                                            properties.put(
                                                heading.getTextContent().strip(), cell))));
      }
    }
    return properties;
  }

  private static List<Element> below(Element parent, String name) {
    List<Element> found = new ArrayList<>(Xml.children(parent, name));
    Xml.children(parent).forEach(child -> found.addAll(below(child, name)));
    return found;
  }

  private static String table(Map<HostPage, Map<String, String>> rows, Set<String> headings) {
    String head =
        headings.stream()
            .map(heading -> "<th>" + Html.escape(heading) + "</th>")
            .collect(Collectors.joining());
    String body =
        rows.entrySet().stream()
            .map(
                row ->
                    "<tr><td class=\"title\">"
                        + Html.escape(row.getKey().getTitle())
                        + "</td>"
                        + headings.stream()
                            .map(each -> "<td>" + row.getValue().getOrDefault(each, "") + "</td>")
                            .collect(Collectors.joining())
                        + "</tr>")
            .collect(Collectors.joining());
    return "<table class=\"aui metadata-summary-macro\"><thead><tr><th>Title</th>"
        + head
        + "</tr></thead><tbody>"
        + body
        + "</tbody></table>";
  }
}
