package io.appofapps.devhost.render;

/** The boxes that stand where something could not be shown. */
final class Boxes {

  private Boxes() {}

  static String unknownMacro(String name) {
    return box("warning", "Unknown macro: '" + name + "'", "");
  }

  static String error(String title, String message) {
    return box("error", title, message);
  }

  private static String box(String kind, String title, String message) {
    return "<div class=\"aui-message aui-message-"
        + kind
        + " conf-macro-"
        + kind
        + "\"><p class=\"title\"><strong>"
        + Html.escape(title)
        + "</strong></p>"
        + (message.isEmpty() ? "" : "<p>" + Html.escape(message) + "</p>")
        + "</div>";
  }
}
