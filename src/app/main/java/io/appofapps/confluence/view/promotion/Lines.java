package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Tone;
import java.util.List;
import java.util.Locale;

/** Lines below each other. */
final class Lines {

  private Lines() {}

  /** A list. */
  static Html list(String css, List<Html> lines) {
    StringBuilder page = new StringBuilder("<ul class=\"" + css + "\">");
    StringBuilder export = new StringBuilder("<ul>");
    for (Html line : lines) {
      page.append("<li>").append(line.page()).append("</li>");
      export.append("<li>").append(line.export()).append("</li>");
    }
    return new Html(page.append("</ul>").toString(), export.append("</ul>").toString());
  }

  /**
   * A condition: a shape that says how it stands, a sentence, and more below it.
   *
   * @param shape name in the sprite
   * @param word the shape in a word, for those who do not see it
   * @param more may be empty
   */
  static Html condition(String shape, Tone tone, String word, Html sentence, Html more) {
    String said = Html.escape(word);
    return new Html(
        "<span class=\"aoa-condition aoa-%s\"><svg class=\"aoa-i\" aria-hidden=\"true\"><use href=\"#aoa-%s\"></use></svg><span class=\"aoa-hidden\">%s: </span></span><div class=\"aoa-condition-says\"><div>%s</div>%s</div>"
            .formatted(
                tone.name().toLowerCase(Locale.ROOT),
                shape,
                said,
                sentence.page(),
                more.isEmpty() ? "" : "<div class=\"aoa-more\">" + more.page() + "</div>"),
        said + ": " + sentence.export() + (more.isEmpty() ? "" : " (" + more.export() + ")"));
  }
}
