package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import java.util.Map;
import java.util.TreeMap;

/** Buttons, which only those get who may do it; the script does the rest. Paper has none. */
final class Buttons {

  private final Texts texts;

  Buttons(Texts texts) {
    this.texts = texts;
  }

  /** Approve, reject and take back, as far as the person may. */
  Html decide(Case found) {
    return Html.words(
        found.approve().allowed() ? of("approve", true, found) : Html.EMPTY,
        found.reject().allowed() ? of("reject", false, found) : Html.EMPTY,
        found.cancel().allowed() ? of("cancel", false, found) : Html.EMPTY);
  }

  Html rollBack(Case found) {
    return found.rollBack().allowed() ? of("back", false, found) : Html.EMPTY;
  }

  /**
   * Asks for the plan of a new promotion.
   *
   * @param open whether it could be asked for now
   */
  Html plan(Panel panel, boolean open) {
    return of(
        "plan",
        open,
        open ? "aoa.promote.do.plan" : "aoa.promote.do.look",
        Map.of(
            "set", panel.set(),
            "service", panel.service(),
            "from", panel.choice().from(),
            "to", panel.choice().to()));
  }

  private Html of(String act, boolean primary, Case found) {
    return of(
        act,
        primary,
        "aoa.promote.do." + act,
        Map.of(
            "id",
            found.promotion().id(),
            "digest",
            found.promotion().request().digest(),
            "service",
            found.promotion().request().service(),
            "to",
            found.promotion().request().to(),
            "version",
            Sayings.versions(found.promotion())));
  }

  private Html of(String act, boolean primary, String text, Map<String, String> data) {
    StringBuilder button = new StringBuilder("<button type=\"button\" class=\"aoa-button");
    button.append(primary ? " aoa-primary" : "").append("\" data-desk=\"").append(act).append('"');
    new TreeMap<>(data)
        .forEach(
            (name, value) ->
                button
                    .append(" data-")
                    .append(name)
                    .append("=\"")
                    .append(Html.escape(value))
                    .append('"'));
    button.append('>').append(Html.escape(texts.get(text))).append("</button>");
    return Html.onPage(button.toString());
  }
}
