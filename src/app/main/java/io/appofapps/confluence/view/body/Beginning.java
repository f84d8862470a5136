package io.appofapps.confluence.view.body;

import java.util.List;

/** The first rows of a long body, so that a page over thousands of Applications stays small. */
final class Beginning implements Body {

  /** Bodies of up to so many rows are sent whole. */
  static final int SHORT = 100;

  /** So many rows of a longer one are sent. */
  static final int FIRST = 30;

  private final Body whole;
  private final List<? extends Row> rows;

  private Beginning(Body whole) {
    this.whole = whole;
    this.rows = whole.rows().subList(0, FIRST);
  }

  /** The body itself when it is short. */
  static Body of(Body whole) {
    return whole.rows().size() <= SHORT ? whole : new Beginning(whole);
  }

  @Override
  public List<? extends Row> rows() {
    return rows;
  }

  @Override
  public Unseen unseen() {
    return Unseen.cut(whole.rows().size() - FIRST);
  }

  @Override
  public Body first() {
    return this;
  }

  @Override
  public String before(Face face) {
    return whole.before(face);
  }

  @Override
  public String after(Face face) {
    return whole.after(face);
  }

  @Override
  public String empty() {
    return whole.empty();
  }

  @Override
  public String kind() {
    return whole.kind();
  }
}
