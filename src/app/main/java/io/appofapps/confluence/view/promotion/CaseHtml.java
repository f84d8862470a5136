package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A promotion that was asked for, as markup. */
final class CaseHtml {

  private final Texts texts;
  private final Sayings sayings;
  private final Moments moments;
  private final CommitLinks links;

  CaseHtml(Texts texts, Moments moments, CommitLinks links) {
    this.texts = texts;
    this.sayings = new Sayings(texts);
    this.moments = moments;
    this.links = links;
  }

  /** Who asked for what, and why. */
  Html change(Case found) {
    Request request = found.promotion().request();
    return Pieces.lines(moves(request), asked(request));
  }

  /** What changes, as a diff; the files it is in are shown when somebody asks for them. */
  private static Html moves(Request request) {
    StringBuilder page = new StringBuilder("<pre class=\"aoa-diff\" tabindex=\"0\">");
    List<String> export = new ArrayList<>();
    for (Move move : request.moves()) {
      String what = Html.escape(move.what());
      if (!move.before().isEmpty()) {
        page.append("<span class=\"aoa-del\">- ").append(what).append(": ");
        page.append(Html.escape(move.before())).append("</span>\n");
      }
      page.append("<span class=\"aoa-add\">+ ").append(what).append(": ");
      page.append(Html.escape(move.after())).append("</span>\n");
      export.add(what + ": " + Html.escape(move.before()) + " \u2192 " + Html.escape(move.after()));
    }
    return request.moves().isEmpty()
        ? Html.EMPTY
        : new Html(page.append("</pre>").toString(), String.join("<br/>", export));
  }

  Html asked(Request request) {
    Html who =
        Html.words(
            Html.text(texts.get("aoa.promote.asked", sayings.name(request.by()))),
            Pieces.muted(Pieces.time(request.at(), moments)));
    Html back =
        request.rollsBack().isPresent()
            ? Pieces.label(Tone.MUTE, texts.get("aoa.promote.takes-back"))
            : Html.EMPTY;
    return request.reason().isEmpty()
        ? Html.words(who, back)
        : Html.words(who, back, Pieces.value(request.reason()));
  }

  /** How far it is, what it has led to, and why it stands as it does. */
  Html way(Case found) {
    Promotion promotion = found.promotion();
    Html last =
        promotion.state().isSettled()
            ? Html.words(
                Html.text(texts.get("aoa.promote.last")),
                Pieces.version(Sayings.versions(promotion)),
                asked(promotion.request()))
            : Html.EMPTY;
    Html cause =
        promotion.cause().isEmpty() ? Html.EMPTY : Pieces.tone(Tone.WARN, promotion.cause());
    return Pieces.lines(last, steps(found), cause, result(promotion));
  }

  private Html steps(Case found) {
    StringBuilder page = new StringBuilder("<ol class=\"aoa-steps\">");
    List<String> export = new ArrayList<>();
    for (PromotionSteps.Step step : PromotionSteps.of(found.promotion(), found.judgement())) {
      String css = step.progress().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      String word = Html.escape(word(step, found.judgement()));
      page.append("<li class=\"aoa-step aoa-step-").append(css).append('"');
      if (step.progress() == PromotionSteps.Progress.NOW) {
        page.append(" aria-current=\"step\"");
      }
      step.at()
          .ifPresent(
              at -> page.append(" title=\"").append(Html.escape(moments.full(at))).append('"'));
      page.append('>').append(word);
      page.append("<span class=\"aoa-hidden\">, ");
      page.append(Html.escape(texts.get("aoa.promote.progress." + css))).append("</span></li>");
      if (step.progress() != PromotionSteps.Progress.TO_DO) {
        export.add(
            word + step.at().map(at -> " (" + Html.escape(moments.full(at)) + ")").orElse(""));
      }
    }
    return new Html(page.append("</ol>").toString(), String.join(" \u2192 ", export));
  }

  private String word(PromotionSteps.Step step, Judgement judgement) {
    if (step.progress() == PromotionSteps.Progress.STOPPED) {
      return texts.get("aoa.promotion.state." + step.name());
    }
    return step.name().equals("approvals")
        ? judgement.needed() == 0
            ? texts.get("aoa.promote.step.no-approval")
            : texts.get("aoa.promote.step.approvals", judgement.given(), judgement.needed())
        : texts.get("aoa.promote.step." + step.name());
  }

  /** Commits, and the pull request where there is one. */
  Html result(Promotion promotion) {
    List<Html> all = new ArrayList<>();
    for (Commit commit : promotion.commits()) {
      all.add(
          Html.words(
              Html.text(texts.get("aoa.promote.commit")),
              links.of(commit),
              Pieces.faint(commit.repository() + " \u00b7 " + commit.branch())));
    }
    promotion
        .pullRequest()
        .ifPresent(address -> all.add(Pieces.link(address, texts.get("aoa.promote.pull-request"))));
    return Pieces.lines(all.toArray(Html[]::new));
  }

  /** Who must agree to what was asked for, and who has. */
  Html agreement(Case found) {
    Judgement judgement = found.judgement();
    if (judgement.needed() == 0) {
      return none();
    }
    boolean done = judgement.missing() == 0;
    List<Html> more = new ArrayList<>();
    more.add(
        Html.text(texts.get("aoa.promote.agreement.given", judgement.given(), judgement.needed())));
    if (!done) {
      more.add(Html.text(limits(found.rule())));
    }
    judgement.votes().forEach(vote -> more.add(vote(vote)));
    if (!done) {
      more.add(
          Html.words(
              Html.text(texts.get("aoa.promote.expires")),
              Pieces.time(judgement.expires(), moments)));
    }
    return Lines.condition(
        done ? "check" : "arc",
        done ? Tone.OK : Tone.INFO,
        texts.get(done ? "aoa.promote.agreement.done" : "aoa.promote.agreement.missing"),
        by(found.approvers()),
        Pieces.lines(more.toArray(Html[]::new)));
  }

  /** Who would have to agree. */
  Html agreement(ApprovalRule rule, List<String> approvers) {
    if (rule.approvals() == 0) {
      return none();
    }
    return Lines.condition(
        "arc",
        Tone.INFO,
        texts.get("aoa.promote.agreement.missing"),
        by(approvers),
        Pieces.lines(
            Html.text(texts.get("aoa.promote.agreement.needed", rule.approvals())),
            Html.text(limits(rule))));
  }

  private Html none() {
    return Lines.condition(
        "check",
        Tone.OK,
        texts.get("aoa.promote.agreement.done"),
        Html.text(texts.get("aoa.promote.agreement.none")),
        Html.EMPTY);
  }

  private Html by(List<String> approvers) {
    return approvers.isEmpty()
        ? Html.text(texts.get("aoa.promote.agreement.nobody"))
        : Html.words(
            Html.text(texts.get("aoa.promote.agreement.by")),
            Pieces.strong(approvers.stream().collect(Collectors.joining(", "))));
  }

  private String limits(ApprovalRule rule) {
    return rule.fourEyes() ? texts.get("aoa.promote.agreement.four-eyes") : "";
  }

  private Html vote(Judgement.Weighed weighed) {
    String name = sayings.name(weighed.vote().by());
    String says =
        texts.get(weighed.vote().approves() ? "aoa.promote.vote.yes" : "aoa.promote.vote.no", name);
    Html comment =
        weighed.vote().comment().isEmpty() ? Html.EMPTY : Pieces.value(weighed.vote().comment());
    Html worth =
        weighed.counts() ? Html.EMPTY : Pieces.tone(Tone.WARN, texts.get(weighed.weight().text()));
    return Html.words(
        Html.text(says), Pieces.muted(Pieces.time(weighed.vote().at(), moments)), comment, worth);
  }
}
