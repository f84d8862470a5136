package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import java.util.List;

/**
 * The parts of a panel, each drawn and sent anew only when it changes.
 *
 * @param parts in the order in which they are read, every id once
 * @param texts the script's words as JSON
 */
record Parts(List<Parts.Part> parts, String texts) implements Body {

  Parts {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param id names it, and where it stands
   * @param html what it says, may be empty
   */
  record Part(String id, Html html) implements Row {

    @Override
    public String html(Face face) {
      if (face == Face.EXPORT) {
        return html.isEmpty() ? "" : "<div>" + html.export() + "</div>";
      }
      return "<div class=\"aoa-part aoa-part-"
          + id
          + "\" data-row=\""
          + id
          + "\">"
          + html.page()
          + "</div>";
    }
  }

  @Override
  public List<Part> rows() {
    return parts;
  }

  @Override
  public String before(Face face) {
    return face == Face.PAGE
        ? "<div class=\"aoa-panel aoa-desk aoa-rows\" data-texts=\"" + Html.escape(texts) + "\">"
        : "<div>";
  }

  @Override
  public String after(Face face) {
    return "</div>";
  }

  @Override
  public String empty() {
    return "";
  }

  @Override
  public String kind() {
    return "list";
  }
}
