package io.appofapps.confluence.view.body;

import java.util.Locale;

/** A ring that is closed by as much as is done. */
public final class Ring {

  private static final double RADIUS = 9;

  private Ring() {}

  /**
   * The ring, for those who see it; the words beside it for those who do not, and for outputs
   * without pictures.
   *
   * @param percent 0 to 100
   * @param words plain text
   * @param hint more, shown when pointed at; may be empty
   */
  public static Html of(int percent, String words, String hint) {
    double whole = 2 * Math.PI * RADIUS;
    String arc =
        percent == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "<circle class=\"aoa-ring-done\" cx=\"12\" cy=\"12\" r=\"9\""
                    + " stroke-dasharray=\"%.1f %.1f\"></circle>",
                whole * percent / 100,
                whole);
    String tone = percent == 100 ? "aoa-ok" : percent >= 75 ? "aoa-info" : "aoa-warn";
    return new Html(
        "<span class=\"aoa-ring %s\" title=\"%s\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"9\"></circle>%s</svg><span class=\"aoa-hidden\">%s</span></span>"
            .formatted(tone, Html.escape(hint), arc, Html.escape(words)),
        Html.escape(words));
  }
}
