package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all blocks of a page have in common: the drawings of the icons and the words of the script.
 */
@Named
public class Shared {

  private static final List<String> WORDS =
      List.of(
          "updated",
          "found",
          "signed-out",
          "away",
          "sorted",
          "columns",
          "freeze",
          "freeze-do",
          "freeze-not",
          "frozen",
          "act-reviewed",
          "act-accept");

  private final Templates templates;
  private final Texts texts;

  @Inject
  public Shared(Templates templates, Texts texts) {
    this.templates = templates;
    this.texts = texts;
  }

  /** HTML that stands once on a page, before its first block; it may stand in a line of text. */
  public String html() {
    return Html.ascii(templates.render("shared", Map.of("texts", words())).strip());
  }

  /** The script's words as a JSON object; it stands in an attribute. */
  private String words() {
    return WORDS.stream()
        .map(name -> "\"" + name + "\":\"" + escapedJson(texts.get("aoa.script." + name, "{0}")))
        .collect(Collectors.joining("\",", "{", "\"}"));
  }

  private static String escapedJson(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
