package io.appofapps.confluence.view.body;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.view.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;

/** The vocabulary of markup that all blocks share. All texts are escaped here. */
public final class Pieces {

  private Pieces() {}

  /** A name that opens a line. */
  public static Html name(String text) {
    String escaped = Html.escape(text);
    return new Html(
        "<b class=\"aoa-name\"><bdi>" + escaped + "</bdi></b>", "<strong>" + escaped + "</strong>");
  }

  /** The same, leading somewhere. */
  public static Html name(String text, String address, String title) {
    String escaped = Html.escape(text);
    return isSafe(address)
        ? new Html(
            "<a class=\"aoa-name\" href=\"%s\" title=\"%s\" rel=\"noopener noreferrer\"><bdi>%s</bdi></a>"
                .formatted(Html.escape(address.strip()), Html.escape(title), escaped),
            "<a href=\"" + Html.escape(address.strip()) + "\">" + escaped + "</a>")
        : name(text);
  }

  /** A remark behind a name; empty for an empty text. */
  public static Html note(String text) {
    String escaped = Html.escape(text);
    return text.isEmpty()
        ? Html.EMPTY
        : new Html("<small class=\"aoa-flag\">" + escaped + "</small>", "(" + escaped + ")");
  }

  /** A remark that somebody should know; empty for an empty text. */
  public static Html warning(String text) {
    String escaped = Html.escape(text);
    return text.isEmpty()
        ? Html.EMPTY
        : new Html(
            "<small class=\"aoa-warn\">" + escaped + "</small>",
            "<strong>" + escaped + "</strong>");
  }

  /**
   * A button that the script answers; nothing on paper.
   *
   * @param act what it does: a word that the script knows
   * @param data what the script sends, by name in lower case
   */
  public static Html act(String label, String act, SortedMap<String, String> data) {
    StringBuilder button =
        new StringBuilder("<button type=\"button\" class=\"aoa-act\" data-act=\"");
    button.append(Html.escape(act)).append('"');
    data.forEach(
        (name, value) ->
            button
                .append(" data-")
                .append(name)
                .append("=\"")
                .append(Html.escape(value))
                .append('"'));
    return new Html(
        button.append('>').append(Html.escape(label)).append("</button>").toString(), "");
  }

  /** Something said on the side. */
  public static Html faint(String text) {
    return text.isEmpty() ? Html.EMPTY : spanned("aoa-flag", text);
  }

  /** A dash where there is nothing, with the words for who does not see it. */
  public static Html absent(String words) {
    String escaped = Html.escape(words);
    return new Html(
        "<span class=\"aoa-flag\" title=\""
            + escaped
            + "\"><span aria-hidden=\"true\">–</span><span class=\"aoa-say\">"
            + escaped
            + "</span></span>",
        escaped);
  }

  /** Markup that steps back. */
  public static Html muted(Html html) {
    return html.isEmpty()
        ? Html.EMPTY
        : new Html("<span class=\"aoa-flag\">" + html.page() + "</span>", html.export());
  }

  /** A word that wants to be seen. */
  public static Html tone(Tone tone, String text) {
    return text.isEmpty() ? Html.EMPTY : spanned(tone.css(), text);
  }

  /** A version, a commit, a name of a resource: monospaced. */
  public static Html version(String text) {
    String escaped = Html.escape(text);
    return new Html(
        "<span class=\"aoa-rev\" title=\"" + escaped + "\">" + escaped + "</span>", escaped);
  }

  /** A quoted value inside a sentence. */
  public static Html value(String text) {
    String escaped = Html.escape(text);
    return new Html(
        "<span class=\"aoa-value\"><bdi>" + escaped + "</bdi></span>", "“" + escaped + "”");
  }

  /** Words that carry a sentence. */
  public static Html strong(String text) {
    String escaped = Html.escape(text);
    return Html.both("<strong><bdi>" + escaped + "</bdi></strong>");
  }

  /** A small label with a background. */
  public static Html label(Tone tone, String text) {
    String escaped = Html.escape(text);
    return new Html(
        "<span class=\"aoa-label " + tone.css() + "\">" + escaped + "</span>", "[" + escaped + "]");
  }

  /** The name of an environment; empty for an empty name. */
  public static Html environment(String name) {
    String escaped = Html.escape(name);
    return name.isEmpty()
        ? Html.EMPTY
        : new Html(
            "<span class=\"aoa-env aoa-env-" + environmentTone(name) + "\">" + escaped + "</span>",
            escaped);
  }

  /** Environments are told apart by name; the usual names also by a tone. */
  public static String environmentTone(String environment) {
    String name = environment.toLowerCase(Locale.ROOT);
    if (name.contains("prod") && !name.contains("pre") && !name.contains("non")) {
      return "prod";
    }
    return name.matches(".*(stag|stg|pre|uat|qa).*") ? "stage" : "other";
  }

  /** Argo CD's word for the health, with its shape. */
  public static Html health(HealthStatus health) {
    return status(StatusLook.of(health), Html.EMPTY);
  }

  /** The same, and since when. */
  public static Html health(HealthStatus health, Instant since, Moments moments) {
    return status(StatusLook.of(health), time(since, moments));
  }

  /** Argo CD's word for the sync status, with its shape. */
  public static Html sync(SyncStatus sync) {
    return status(StatusLook.of(sync), Html.EMPTY);
  }

  /** The same, and since when. */
  public static Html sync(SyncStatus sync, Instant since, Moments moments) {
    return status(StatusLook.of(sync), time(since, moments));
  }

  private static Html status(StatusLook look, Html since) {
    return new Html(
        "<span class=\"aoa-s aoa-%s\"><svg class=\"aoa-i\" aria-hidden=\"true\"><use href=\"#aoa-%s\"></use></svg>%s%s</span>"
            .formatted(
                look.tone(), look.icon(), look.word(), since.isEmpty() ? "" : " " + since.page()),
        look.glyph() + " " + look.word() + (since.isEmpty() ? "" : " (" + since.export() + ")"));
  }

  /**
   * A word of the app's own with a shape before it.
   *
   * @param shape name in the sprite
   * @param tone class of its colour, without prefix
   * @param glyph the shape as a character, for outputs without pictures
   */
  public static Html shaped(String shape, String tone, String glyph, String word) {
    String escaped = Html.escape(word);
    return new Html(
        "<span class=\"aoa-s aoa-%s\"><svg class=\"aoa-i\" aria-hidden=\"true\"><use href=\"#aoa-%s\"></use></svg>%s</span>"
            .formatted(tone, shape, escaped),
        glyph + " " + escaped);
  }

  /** A moment: as the reader writes it; the script tells how long ago. */
  public static Html time(Instant at, Moments moments) {
    String text = Html.escape(moments.full(at));
    return new Html("<time datetime=\"" + at + "\">" + text + "</time>", text);
  }

  /**
   * A link; only its text when the address is not one people may be sent to: {@code http}, {@code
   * https}, or a path of this server.
   */
  public static Html link(String address, String text) {
    return isSafe(address) ? anchor(address, Html.text(text)) : Html.text(text);
  }

  /** The same with markup as its text. */
  public static Html link(String address, Html text) {
    return isSafe(address) ? anchor(address, text) : text;
  }

  /** Whether {@link #link} makes a link of the address. */
  public static boolean isSafe(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("/") && !lower.startsWith("//") && !lower.startsWith("/\\");
  }

  private static Html anchor(String address, Html text) {
    String start = "<a href=\"" + Html.escape(address.strip()) + "\"";
    return new Html(
        start + " rel=\"noopener noreferrer\">" + text.page() + "</a>",
        start + ">" + text.export() + "</a>");
  }

  /**
   * A link that writes to somebody; only its text when the address is anything but {@code mailto:}
   * and one address.
   */
  public static Html mail(String address, String text) {
    return address.matches("mailto:[\\w.+-]+@[\\w.-]+")
        ? anchor(address, Html.text(text))
        : Html.text(text);
  }

  /** Things below each other in one cell. */
  public static Html lines(Html... lines) {
    StringBuilder page = new StringBuilder();
    StringBuilder export = new StringBuilder();
    for (Html line : lines) {
      if (!line.isEmpty()) {
        page.append("<div>").append(line.page()).append("</div>");
        export.append(export.isEmpty() ? "" : "<br/>").append(line.export());
      }
    }
    return new Html(page.toString(), export.toString());
  }

  private static Html spanned(String css, String text) {
    String escaped = Html.escape(text);
    return new Html("<span class=\"" + css + "\">" + escaped + "</span>", escaped);
  }
}
