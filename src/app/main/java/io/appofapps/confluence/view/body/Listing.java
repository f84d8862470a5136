package io.appofapps.confluence.view.body;

import java.util.List;

/**
 * Entries below each other: findings, the parts of a card.
 *
 * @param items every id once
 * @param empty a sentence for when there are none
 */
public record Listing(List<Listing.Item> items, String empty) implements Body {

  public Listing {
    items = List.copyOf(items);
  }

  /**
   * One entry.
   *
   * @param id names it, the same at every revision
   * @param html what it says
   */
  public record Item(String id, Html html) implements Row {

    @Override
    public String html(Face face) {
      return face == Face.PAGE
          ? "<li class=\"aoa-row aoa-item\" data-row=\""
              + Html.escape(id)
              + "\">"
              + html.page()
              + "</li>"
          : "<li>" + html.export() + "</li>";
    }
  }

  @Override
  public List<Item> rows() {
    return items;
  }

  @Override
  public String kind() {
    return "list";
  }

  @Override
  public String before(Face face) {
    return face == Face.PAGE ? "<ul class=\"aoa-list aoa-rows\">" : "<ul>";
  }

  @Override
  public String after(Face face) {
    return "</ul>";
  }
}
