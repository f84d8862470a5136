package io.appofapps.confluence.view.body;

/** Says where something comes from to those who point at it. */
public final class Hint {

  private Hint() {}

  /** The markup with a hint in plain text; exports go without. */
  public static Html on(Html html, String hint) {
    return hint.isEmpty()
        ? html
        : new Html(
            "<span title=\"" + Html.escape(hint) + "\">" + html.page() + "</span>", html.export());
  }
}
