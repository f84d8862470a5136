package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.ScriptTexts;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Pulse;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** {@code aoa-approvals}: what waits for the approval of the person who looks, in all sets. */
@Named
public class ApprovalsBlock implements Block {

  private final TreePages pages;
  private final PromotionsSeen promotions;
  private final ScriptTexts scriptTexts;
  private final Texts texts;

  @Inject
  public ApprovalsBlock(
      TreePages pages, PromotionsSeen promotions, ScriptTexts scriptTexts, Texts texts) {
    this.pages = pages;
    this.promotions = promotions;
    this.scriptTexts = scriptTexts;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-approvals";
  }

  @Override
  public Set<String> parameters() {
    return Set.of();
  }

  @Override
  public Answer answer(Question question) {
    Snapshot snapshot = pages.snapshot();
    List<Case> waiting = promotions.waiting(question, snapshot);
    return new Answer.Shown(
        snapshot,
        new Look.Audience(false, question.viewer().groups()),
        "",
        Pulse.NONE,
        question.viewer().key(),
        waiting,
        () -> content(waiting, question));
  }

  private Content content(List<Case> waiting, Question question) {
    Moments moments = new Moments(question.reader());
    // what waits has made no commit yet
    CommitLinks links = new CommitLinks(List.of());
    List<Listing.Item> items = waiting.stream().map(each -> item(each, moments, links)).toList();
    return Content.of(
            texts.get("aoa.approvals.title"),
            new Queue(items, texts.get("aoa.approvals.none"), scriptTexts.json("aoa.desk.")))
        .summary(Html.text(texts.get("aoa.approvals.count", waiting.size())));
  }

  private Listing.Item item(Case found, Moments moments, CommitLinks links) {
    CaseHtml html = new CaseHtml(texts, moments, links);
    Sayings sayings = new Sayings(texts);
    Html head =
        Html.words(
            Pieces.name(found.promotion().request().service()),
            Pieces.environment(found.promotion().request().from()),
            Html.text("\u2192"),
            Pieces.environment(found.promotion().request().to()),
            Pieces.version(Sayings.versions(found.promotion())),
            Pieces.faint(found.promotion().request().set()));
    Html closed =
        Pieces.lines(
            found.gates().stream()
                .filter(gate -> !gate.open())
                .map((Gate gate) -> Pieces.tone(Tone.WARN, sayings.of(gate)))
                .toArray(Html[]::new));
    Html left = Pieces.lines(head, html.change(found), closed);
    Html right = Pieces.lines(html.agreement(found), new Buttons(texts).decide(found));
    return new Listing.Item(
        found.promotion().id(),
        new Html(
            "<div class=\"aoa-waits\"><div class=\"aoa-waits-what\">"
                + left.page()
                + "</div><div class=\"aoa-waits-who\">"
                + right.page()
                + "</div></div>",
            left.export() + "<br/>" + right.export()));
  }
}
