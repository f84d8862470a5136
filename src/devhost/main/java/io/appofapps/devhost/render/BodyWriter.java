package io.appofapps.devhost.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes one parsed body as HTML. */
final class BodyWriter {

  private static final Set<String> VOID = Set.of("br", "hr", "img", "col");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  private final MacroExecution macros;
  private final PageLinks links;
  private final HostConversionContext context;
  private final List<Heading> headings = new ArrayList<>();

  BodyWriter(MacroExecution macros, PageLinks links, HostConversionContext context) {
    this.macros = macros;
    this.links = links;
    this.context = context;
  }

  String children(Element parent) {
    StringBuilder html = new StringBuilder();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Text text) {
        html.append(Html.escape(text.getData()));
      } else if (n instanceof Element element) {
        element(element, html);
      }
    }
    return html.toString();
  }

  private void element(Element element, StringBuilder html) {
    String name = element.getNodeName();
    switch (name) {
      case "ac:structured-macro", "ac:macro" ->
          html.append(macros.run(MacroCall.of(element), this::children));
      case "ac:link" -> html.append(link(element));
      case "ac:image" -> html.append(image(element));
      case "ac:task-list" ->
          html.append("<ul class=\"inline-task-list\">").append(children(element)).append("</ul>");
      case "ac:task" -> html.append(task(element));
      case "ac:layout", "ac:layout-section", "ac:layout-cell" ->
          html.append("<div class=\"")
              .append(name.substring(3).replace("layout", "columnLayout"))
              .append("\">")
              .append(children(element))
              .append("</div>");
      case "ac:placeholder", "ac:parameter" -> {
        // instructions for authors, nothing for readers
      }
      default -> html(element, name, html);
    }
  }

  private void html(Element element, String name, StringBuilder html) {
    if (Html.isDropped(name)) {
      return;
    }
    if (!Html.isSafeTag(name)) {
      html.append(children(element));
      return;
    }
    html.append('<').append(name).append(Html.safeAttributes(element));
    if (VOID.contains(name)) {
      html.append("/>");
      return;
    }
    if (HEADING.matcher(name).matches() && !element.hasAttribute("id")) {
      html.append(" id=\"").append(heading(element, name).id()).append('"');
    }
    if ("a".equals(name) && isExternal(element)) {
      html.append(" class=\"external-link\" rel=\"nofollow noopener\"");
    }
    html.append('>').append(children(element)).append("</").append(name).append('>');
  }

  private static boolean isExternal(Element link) {
    return link.getAttribute("href").startsWith("http")
        && !link.hasAttribute("class")
        && !link.hasAttribute("rel");
  }

  private Heading heading(Element element, String name) {
    String text = element.getTextContent().strip();
    String id = "heading-" + (headings.size() + 1) + "-" + text.replaceAll("[^\\p{L}\\p{N}]", "");
    Heading heading = new Heading(name.charAt(1) - '0', id, text);
    headings.add(heading);
    return heading;
  }

  private String link(Element link) {
    String anchor = link.getAttribute("ac:anchor");
    String text =
        Xml.child(link, "ac:link-body")
            .map(this::children)
            .or(
                () ->
                    Xml.child(link, "ac:plain-text-link-body")
                        .map(body -> Html.escape(body.getTextContent())))
            .orElse("");
    var page = Xml.child(link, "ri:page");
    if (page.isPresent()) {
      return pageLink(page.get(), anchor, text);
    }
    var user = Xml.child(link, "ri:user");
    if (user.isPresent()) {
      String name = user.get().getAttribute("ri:username");
      return "<span class=\"confluence-userlink\">"
          + (text.isEmpty() ? Html.escape(name) : text)
          + "</span>";
    }
    return anchor.isEmpty()
        ? text
        : "<a href=\"#"
            + Html.escape(anchor)
            + "\">"
            + (text.isEmpty() ? Html.escape(anchor) : text)
            + "</a>";
  }

  private String pageLink(Element page, String anchor, String text) {
    String title = page.getAttribute("ri:content-title");
    String space = page.getAttribute("ri:space-key");
    String shown = text.isEmpty() ? Html.escape(title) : text;
    return links
        .address(space.isEmpty() ? context.getSpaceKey() : space, title)
        .map(
            address ->
                "<a href=\""
                    + Html.escape(anchor.isEmpty() ? address : address + "#" + anchor)
                    + "\">"
                    + shown
                    + "</a>")
        .orElse("<span class=\"unresolved\">" + shown + "</span>");
  }

  private String image(Element image) {
    return Xml.child(image, "ri:url")
        .map(url -> url.getAttribute("ri:value"))
        .filter(address -> address.matches("(?i)https?://.*"))
        .map(
            address ->
                "<img class=\"confluence-embedded-image\" alt=\""
                    + Html.escape(image.getAttribute("ac:alt"))
                    + "\" src=\""
                    + Html.escape(address)
                    + "\"/>")
        .orElse("");
  }

  private String task(Element task) {
    boolean done = "complete".equals(Xml.childText(task, "ac:task-status").strip());
    return "<li"
        + (done ? " class=\"checked\"" : "")
        + "><span class=\"inline-task-mark\" aria-hidden=\"true\">"
        + (done ? "☑" : "☐")
        + "</span> "
        + Xml.child(task, "ac:task-body").map(this::children).orElse("")
        + "</li>";
  }

  /** The HTML with the list of headings where a table of contents was asked for. */
  String withTableOfContents(String html) {
    if (!html.contains(BuiltInMacros.TOC_MARK)) {
      return html;
    }
    StringBuilder list = new StringBuilder("<div class=\"toc-macro\"><ul>");
    for (Heading heading : headings) {
      list.append("<li class=\"toc-level-")
          .append(heading.level())
          .append("\"><a href=\"#")
          .append(heading.id())
          .append("\">")
          .append(Html.escape(heading.text()))
          .append("</a></li>");
    }
    return html.replace(BuiltInMacros.TOC_MARK, list.append("</ul></div>"));
  }

  private record Heading(int level, String id, String text) {}
}
