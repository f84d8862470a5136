package io.appofapps.confluence.view.body;

import java.util.List;

/**
 * A few words inside a line of text.
 *
 * @param html what it says, nothing but text-level elements
 */
public record Badge(Html html) implements Body {

  private record Words(Html html) implements Row {

    @Override
    public String id() {
      return "badge";
    }

    @Override
    public String html(Face face) {
      return face == Face.PAGE
          ? "<span data-row=\"badge\">" + html.page() + "</span>"
          : html.export();
    }
  }

  @Override
  public List<? extends Row> rows() {
    return List.of(new Words(html));
  }

  @Override
  public String empty() {
    return "";
  }

  @Override
  public String kind() {
    return "badge";
  }

  @Override
  public String before(Face face) {
    return face == Face.PAGE ? "<span class=\"aoa-rows\">" : "";
  }

  @Override
  public String after(Face face) {
    return face == Face.PAGE ? "</span>" : "";
  }
}
