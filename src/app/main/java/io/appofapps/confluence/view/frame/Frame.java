package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.view.Addresses;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Unseen;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole of a block: title, summary, tools, stamp, notices, rows, footer. */
@Named
public class Frame {

  /** No escaped text can look like it. */
  private static final String ROWS = "<!--rows-->";

  private final Templates templates;
  private final Texts texts;
  private final Stamps stamps;
  private final MessageBox messages;
  private final BlockDrawings drawings;
  private final Addresses addresses;

  @Inject
  public Frame(
      Templates templates,
      Texts texts,
      Stamps stamps,
      MessageBox messages,
      BlockDrawings drawings,
      Addresses addresses) {
    this.templates = templates;
    this.texts = texts;
    this.stamps = stamps;
    this.messages = messages;
    this.drawings = drawings;
    this.addresses = addresses;
  }

  /**
   * The block as HTML.
   *
   * @param page id of the page it stands on, empty when that has none
   * @param live whether it will be kept up to date
   */
  public String html(Block block, Question question, String page, boolean live)
      throws BadParameter {
    Answer answer = block.answer(question);
    if (!(answer instanceof Answer.Shown shown)) {
      return messages.html(
          messages.of(answer), block.inline(question.parameters()), question.face());
    }
    DrawnBlock drawn = drawings.draw(block, question, shown);
    if (question.face() == Face.EXPORT) {
      return block.inline(question.parameters())
          ? exportedLine(question, shown, drawn)
          : exportHtml(question, shown, drawn);
    }
    return pageHtml(block, question, shown, drawn, page, live);
  }

  /**
   * What a page's frame is made of beside the drawing.
   *
   * @param freezes whether the reader may keep what is shown
   * @param stamp what {@link Stamps} makes the stamp of
   */
  private record Setting(String page, boolean live, boolean freezes, Object stamp) {}

  /** Drawn once for all who look at the same page while nothing changes. */
  private String pageHtml(
      Block block,
      Question question,
      Answer.Shown shown,
      DrawnBlock drawn,
      String page,
      boolean live) {
    Setting setting =
        new Setting(page, live, mayFreeze(block, question, shown, page, live), stamps.facts(shown));
    return drawn.framed(setting, () -> pageHtml(block, question, shown, drawn, setting));
  }

  private String pageHtml(
      Block block, Question question, Answer.Shown shown, DrawnBlock drawn, Setting setting) {
    Content content = drawn.content();
    String query = question.parameters().query();
    String page = setting.page();
    Map<String, Object> context = new HashMap<>();
    context.put("block", block.name());
    context.put("kind", content.body().kind());
    context.put("parameters", query);
    context.put("page", page);
    context.put("revision", token(shown, drawn).toString());
    context.put("language", question.reader().locale().toLanguageTag());
    context.put("live", setting.live() && shown.snapshot().taken().isEmpty());
    context.put("at", shown.snapshot().taken().map(taken -> taken.at().toString()).orElse(""));
    context.put("freezeLabel", setting.freezes() ? texts.get("aoa.freeze.tool") : "");
    context.put("title", content.title());
    context.put("summaryHtml", content.summary().page());
    context.put("toolsHtml", content.tools().page());
    context.put("noticesHtml", noticesHtml(shown, content, question));
    context.put("stampHtml", stamps.html(shown, question.reader()));
    context.put("footerHtml", footerHtml(content));
    int absent = content.body().unseen().absent();
    context.put("unsent", absent == 0 ? "" : texts.get("aoa.rows.unsent", absent));
    context.put("filterLabel", texts.get("aoa.tool.filter"));
    context.put("columnsLabel", texts.get("aoa.tool.columns"));
    context.put("csvLabel", texts.get("aoa.tool.csv"));
    context.put(
        "csv",
        content.twin().isEmpty()
            ? ""
            : addresses.contextPath()
                + "/rest/aoa/1.0/blocks/"
                + block.name()
                + "/csv?"
                + query
                + (page.isEmpty() ? "" : (query.isEmpty() ? "" : "&") + "page=" + page));
    return withRows(
        block.inline(question.parameters()) ? "frame-inline" : "frame",
        context,
        content.body(),
        Face.PAGE,
        drawn);
  }

  /** Who may edit the page may keep what is shown of the present, where it can be shown again. */
  private static boolean mayFreeze(
      Block block, Question question, Answer.Shown shown, String page, boolean live) {
    return live
        && block.parameters().contains("snapshot")
        && !page.isEmpty()
        && shown.snapshot().taken().isEmpty()
        && question.place() instanceof Place.Page place
        && place.content().filter(question.viewer()::edits).isPresent();
  }

  /** Words in a line; on paper they say too as of when. */
  private String exportedLine(Question question, Answer.Shown shown, DrawnBlock drawn) {
    return drawn.html().strip()
        + " <em>("
        + Html.escape(stamps.text(shown, question.reader()))
        + ")</em>";
  }

  private String exportHtml(Question question, Answer.Shown shown, DrawnBlock drawn) {
    Content content = drawn.content();
    Map<String, Object> context = new HashMap<>();
    context.put("title", content.title());
    context.put("summaryHtml", content.summary().export());
    context.put("stamp", stamps.text(shown, question.reader()));
    String frozen = stamps.frozenText(shown, question.reader());
    context.put(
        "noticesHtml",
        (frozen.isEmpty() ? "" : "<p>" + Html.escape(frozen) + "</p>")
            + content.notices().stream()
                .map(notice -> "<p>" + notice.export() + "</p>")
                .collect(Collectors.joining()));
    context.put("footerHtml", content.footer().export());
    context.put("empty", content.body().rows().isEmpty() ? content.body().empty() : "");
    return withRows("frame-export", context, content.body(), Face.EXPORT, drawn);
  }

  /** Rows of a large block are megabytes: they are put into the rendered frame, not through it. */
  private String withRows(
      String template, Map<String, Object> context, Body body, Face face, DrawnBlock drawn) {
    context.put("bodyHtml", ROWS);
    String frame = Html.ascii(templates.render(template, context).strip());
    int at = frame.indexOf(ROWS);
    return new StringBuilder(frame.length() + drawn.html().length() + 512)
        .append(frame, 0, at)
        .append(bodyHtml(body, face, drawn))
        .append(frame, at + ROWS.length(), frame.length())
        .toString();
  }

  private static String bodyHtml(Body body, Face face, DrawnBlock drawn) {
    return Html.ascii(body.before(face)) + drawn.html() + Html.ascii(body.after(face));
  }

  /** What a page has to change that shows the block as of a token. */
  public BlockChange changeSince(Block block, Question question, Answer.Shown shown, Token known) {
    DrawnBlock drawn = drawings.draw(block, question, shown);
    Content content = drawn.content();
    Token now = token(shown, drawn);
    boolean whole = !known.shell().equals(now.shell());
    // Another node of the cluster may have counted further: then everything is new here.
    long since = known.revision() > drawn.revision() ? 0 : known.revision();
    boolean ordered = !whole && drawn.orderChangedSince(since);
    return new BlockChange(
        now.toString(),
        content.title(),
        content.summary().page(),
        noticesHtml(shown, content, question),
        stamps.html(shown, question.reader()),
        footerHtml(content),
        whole ? Optional.of(bodyHtml(content.body(), Face.PAGE, drawn)) : Optional.empty(),
        ordered ? Optional.of(drawn.order()) : Optional.empty(),
        whole ? Map.of() : drawn.changedSince(since));
  }

  /**
   * Some of the rows as HTML for pages, and the token of what they show.
   *
   * @param from index of the first, from 0
   * @param count at most so many
   */
  public RowPage rows(Block block, Question question, Answer.Shown shown, int from, int count) {
    DrawnBlock drawn = drawings.draw(block, question, shown);
    return new RowPage(
        token(shown, drawn).toString(),
        drawn.size(),
        drawn.rows(from, count),
        footerHtml(drawn.content()));
  }

  /** Whether a page that shows the block as of the token has nothing to change. */
  public boolean isUpToDate(Answer.Shown shown, Token known) {
    return known.revision() == shown.snapshot().revision()
        && known.frozen() == stamps.frozen(shown);
  }

  private Token token(Answer.Shown shown, DrawnBlock drawn) {
    return Token.of(
        drawn.revision(), drawn.content().body().before(Face.PAGE), stamps.frozen(shown));
  }

  private String noticesHtml(Answer.Shown shown, Content content, Question question) {
    StringBuilder html = new StringBuilder();
    String frozen = stamps.frozenText(shown, question.reader());
    if (!frozen.isEmpty()) {
      html.append("<p class=\"aoa-frozen\">").append(Html.escape(frozen)).append("</p>");
    }
    for (Html notice : content.notices()) {
      html.append("<p>").append(notice.page()).append("</p>");
    }
    return html.toString();
  }

  private String footerHtml(Content content) {
    Body body = content.body();
    boolean nothing = body.rows().isEmpty() && !body.empty().isEmpty();
    String unseen = unseenHtml(body.unseen());
    String footer = content.footer().page();
    return (nothing ? "<p class=\"aoa-empty\">" + Html.escape(body.empty()) + "</p>" : "")
        + unseen
        + (unseen.isEmpty() || footer.isEmpty() ? "" : " · ")
        + footer;
  }

  /** How many rows are not seen, and what shows them; the script reads there which it misses. */
  private String unseenHtml(Unseen unseen) {
    if (unseen.more() == Unseen.More.NO && unseen.folded() == 0) {
      return "";
    }
    String count =
        unseen.more() == Unseen.More.CUT
            ? texts.get("aoa.rows.cut", unseen.absent())
            : texts.get("aoa.rows.folded", unseen.folded());
    return "<span>"
        + Html.escape(count)
        + " · <button type=\"button\" class=\"aoa-all\" data-more=\""
        + unseen.more().name().toLowerCase(Locale.ROOT)
        + "\">"
        + Html.escape(texts.get("aoa.rows.show-all"))
        + "</button></span>";
  }
}
