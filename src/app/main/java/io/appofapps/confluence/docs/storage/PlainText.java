package io.appofapps.confluence.docs.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page as plain text: headings with {@code #}, items with {@code -}, rows of tables with bars,
 * code between fences. A macro without a body is named with its parameters and not run; what is
 * included from elsewhere is not there.
 */
public final class PlainText {

  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "div",
          "section",
          "blockquote",
          "tr",
          "pre",
          "ac:task-list",
          "ac:layout-cell",
          "dl",
          "dt",
          "dd",
          "ul",
          "ol",
          "table");
  private static final Set<String> DROPPED =
      Set.of("style", "script", "ac:placeholder", "ac:task-id", "ac:task-uuid", "ac:parameter");
  private static final int LONGEST_PARAMETERS = 200;

  private final StringBuilder text = new StringBuilder();
  private int listDepth;

  private PlainText() {}

  /** The text of what {@link StorageReader} has read; untrusted. */
  public static String of(StorageElement page) {
    PlainText plain = new PlainText();
    plain.children(page);
    return plain.text.toString().strip();
  }

  private void children(StorageElement element) {
    for (StorageNode child : element.children()) {
      if (child instanceof StorageText piece) {
        words(piece.text());
      } else if (child instanceof StorageElement inner) {
        element(inner);
      }
    }
  }

  private void element(StorageElement element) {
    String name = element.name().toLowerCase(Locale.ROOT);
    if (DROPPED.contains(name)) {
      return;
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "hr" -> line("---");
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          block(element, "#".repeat(name.charAt(1) - '0') + " ");
      case "ul", "ol" -> list(element);
      case "li" -> block(element, "  ".repeat(Math.max(0, listDepth - 1)) + "- ");
      case "td", "th" -> cell(element);
      case "a" -> link(element);
      case "ac:structured-macro", "ac:macro" -> macro(element);
      case "ac:link" -> pageLink(element);
      case "ac:image" -> words("[image]");
      case "ac:task" -> task(element);
      case "time" -> words(element.attribute("datetime").orElse(""));
      default -> {
        if (PARAGRAPHS.contains(name)) {
          block(element, "");
        } else {
          children(element);
        }
      }
    }
  }

  /** Characters between elements; their spaces are one. */
  private void words(String piece) {
    String flat = piece.replaceAll("[\\s\\u00a0]+", " ");
    boolean begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(begins ? flat.stripLeading() : flat);
  }

  private void line(String whole) {
    newLine();
    text.append(whole).append('\n');
  }

  private void block(StorageElement element, String before) {
    newLine();
    text.append(before);
    children(element);
    newLine();
  }

  private void newLine() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    if (end > 0 && text.charAt(end - 1) != '\n') {
      text.append('\n');
    }
  }

  private void list(StorageElement element) {
    listDepth++;
    newLine();
    children(element);
    listDepth--;
    newLine();
  }

  /** On one line with the other cells of its row. */
  private void cell(StorageElement element) {
    PlainText inside = new PlainText();
    inside.children(element);
    text.append("| ").append(inside.text.toString().strip().replaceAll("\\s*\\n\\s*", "; "));
    text.append(' ');
  }

  private void link(StorageElement element) {
    children(element);
    element
        .attribute("href")
        .filter(address -> address.startsWith("http") && !element.text().contains(address))
        .ifPresent(address -> words(" (" + address + ")"));
  }

  private void pageLink(StorageElement element) {
    String said = "";
    for (String body : List.of("ac:link-body", "ac:plain-text-link-body")) {
      said = said.isEmpty() ? element.element(body).map(StorageElement::text).orElse("") : said;
    }
    String title =
        element.element("ri:page").flatMap(page -> page.attribute("ri:content-title")).orElse("");
    boolean person = element.element("ri:user").isPresent();
    words(said.isEmpty() ? person ? "[a person]" : title : said);
  }

  private void task(StorageElement element) {
    String status = element.element("ac:task-status").map(StorageElement::text).orElse("");
    newLine();
    text.append(status.strip().equals("complete") ? "- [x] " : "- [ ] ");
    element.element("ac:task-body").ifPresent(this::children);
    newLine();
  }

  private void macro(StorageElement macro) {
    StorageElement code = macro.element("ac:plain-text-body").orElse(null);
    StorageElement rich = macro.element("ac:rich-text-body").orElse(null);
    if (code != null) {
      newLine();
      text.append("```\n").append(code.text().replace("```", "'''").strip()).append("\n```\n");
    } else if (rich != null) {
      block(rich, "");
    } else {
      words("[" + macro.attribute("ac:name").orElse("macro") + parameters(macro) + "]");
    }
  }

  private static String parameters(StorageElement macro) {
    Set<String> said = new HashSet<>();
    String all =
        macro.elements().stream()
            .filter(each -> each.name().equals("ac:parameter"))
            .map(each -> each.attribute("ac:name").orElse("") + "=" + each.text().strip())
            .filter(said::add)
            .collect(Collectors.joining(" "));
    if (all.isEmpty()) {
      return "";
    }
    return " " + all.substring(0, Math.min(LONGEST_PARAMETERS, all.length()));
  }
}
