package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import java.util.List;

/**
 * Promotions below each other, with what can be done about them.
 *
 * @param listing the entries
 * @param texts the script's words as JSON
 */
record Queue(Listing listing, String texts) implements Body {

  Queue(List<Listing.Item> items, String empty, String texts) {
    this(new Listing(items, empty), texts);
  }

  @Override
  public List<Listing.Item> rows() {
    return listing.rows();
  }

  @Override
  public String before(Face face) {
    return face == Face.PAGE
        ? "<ul class=\"aoa-list aoa-desk aoa-rows\" data-texts=\"" + Html.escape(texts) + "\">"
        : listing.before(face);
  }

  @Override
  public String after(Face face) {
    return listing.after(face);
  }

  @Override
  public String empty() {
    return listing.empty();
  }

  @Override
  public String kind() {
    return listing.kind();
  }
}
