package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.environment.matrix.Ahead;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.Outlook;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import io.appofapps.confluence.view.environments.StoriesHtml;
import io.appofapps.confluence.view.environments.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The panel as markup. */
final class PanelHtml {

  private final Texts texts;
  private final Sayings sayings;
  private final Buttons buttons;
  private final CaseHtml cases;
  private final Moments moments;

  PanelHtml(Texts texts, Moments moments, CommitLinks links) {
    this.texts = texts;
    this.moments = moments;
    this.sayings = new Sayings(texts);
    this.buttons = new Buttons(texts);
    this.cases = new CaseHtml(texts, moments, links);
  }

  /** Where it stands, in a few words. */
  Html summary(Panel panel) {
    return panel.running()
        ? sayings.state(panel.current().orElseThrow().promotion().state())
        : Html.EMPTY;
  }

  List<Parts.Part> parts(Panel panel) {
    return List.of(
        new Parts.Part("route", route(panel)),
        new Parts.Part("change", change(panel)),
        new Parts.Part("steps", panel.current().map(cases::way).orElse(Html.EMPTY)),
        new Parts.Part("gates", conditions(panel).then(act(panel))),
        new Parts.Part("history", history(panel.history())));
  }

  private Html route(Panel panel) {
    RouteChoice choice = panel.choice();
    Html from =
        card(
            choose("from", choice.from(), choice),
            running(panel.source()),
            panel.source().map(PanelHtml::status).orElse(Html.EMPTY));
    Html to = card(choose("to", choice.to(), choice), becomes(panel), Html.EMPTY);
    return new Html(
        "<div class=\"aoa-route\">"
            + from.page()
            + "<span class=\"aoa-arrow\" aria-hidden=\"true\">\u2192</span>"
            + to.page()
            + "</div>",
        from.export() + " \u2192 " + to.export());
  }

  /** What the target runs, and what it would run then. */
  private Html becomes(Panel panel) {
    Html now = running(panel.target());
    Html then = coming(panel);
    if (now.isEmpty()) {
      return then;
    }
    Html runs = Html.words(now, panel.target().map(PanelHtml::status).orElse(Html.EMPTY));
    return then.isEmpty() || then.equals(now)
        ? runs
        : Html.words(runs, together(Pieces.faint(texts.get("aoa.promote.then")), then));
  }

  /** Words that stand in one line, where there is room. */
  private static Html together(Html... words) {
    Html all = Html.words(words);
    return new Html("<span>" + all.page() + "</span>", all.export());
  }

  private static Html card(Html place, Html version, Html status) {
    return new Html(
        "<div class=\"aoa-place\"><div class=\"aoa-place-name\">"
            + place.page()
            + "</div><div class=\"aoa-place-runs\">"
            + version.page()
            + status.page()
            + "</div></div>",
        Html.words(place, version, status).export());
  }

  /** The environment; with script and more than two of them a choice. */
  private Html choose(String which, String chosen, RouteChoice choice) {
    Html fixed = Pieces.environment(chosen);
    if (choice.environments().size() < 3) {
      return fixed;
    }
    String options =
        choice.environments().stream()
            .map(
                each ->
                    "<option"
                        + (each.equals(chosen) ? " selected>" : ">")
                        + Html.escape(each)
                        + "</option>")
            .collect(Collectors.joining());
    return new Html(
        "<select class=\"aoa-choose\" data-choose=\""
            + which
            + "\" aria-label=\""
            + Html.escape(texts.get("aoa.promote." + which))
            + "\">"
            + options
            + "</select><span class=\"aoa-fixed\">"
            + fixed.page()
            + "</span>",
        fixed.export());
  }

  private static String version(Optional<MatrixCell> cell) {
    return cell.stream()
        .flatMap(found -> found.versions().stream())
        .map(VersionText::of)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Html running(Optional<MatrixCell> cell) {
    String version = version(cell);
    return version.isEmpty() ? Html.EMPTY : Pieces.version(version);
  }

  /** The version that the target gets: of what is under way, else that of the source. */
  private Html coming(Panel panel) {
    if (panel.running()) {
      String moved = Sayings.versions(panel.current().orElseThrow().promotion());
      return moved.isEmpty() ? Html.EMPTY : Pieces.version(moved);
    }
    return running(panel.source());
  }

  private static Html status(MatrixCell cell) {
    return cell.sync() == io.appofapps.confluence.application.SyncStatus.SYNCED
        ? Pieces.health(cell.health())
        : Html.words(Pieces.sync(cell.sync()), Pieces.health(cell.health()));
  }

  /** What would change: exactly for what is under way, else as far as it is known without Git. */
  private Html change(Panel panel) {
    if (panel.running()) {
      return cases.change(panel.current().orElseThrow());
    }
    return panel
        .ahead()
        .map(ahead -> StoriesHtml.after(ahead(ahead), ahead.stories(), Tone.MUTE, texts))
        .orElseGet(() -> Pieces.faint(texts.get("aoa.promote.nothing-ahead")));
  }

  private String ahead(Ahead ahead) {
    String environment = ahead.environment();
    String version = RevisionText.shortened(ahead.version());
    return switch (ahead.relation()) {
      case NEWER ->
          ahead
              .commits()
              .map(count -> texts.get("aoa.environments.ahead-by", count, environment))
              .orElseGet(() -> texts.get("aoa.environments.ahead", environment, version));
      case OLDER -> texts.get("aoa.environments.behind", environment, version);
      case DIFFERENT -> texts.get("aoa.environments.different", environment, version);
    };
  }

  /** Gates, and who must agree. */
  private Html conditions(Panel panel) {
    List<Html> lines = new ArrayList<>();
    panel.gates().forEach(gate -> lines.add(gate(gate)));
    if (panel.running()) {
      panel.current().ifPresent(found -> lines.add(cases.agreement(found)));
    } else {
      panel.prospects().outlook().ifPresent(outlook -> lines.add(agreement(outlook)));
    }
    return lines.isEmpty() ? Html.EMPTY : Lines.list("aoa-gates", lines);
  }

  private Html gate(Gate gate) {
    Html opens =
        gate.nextOpening()
            .map(
                at ->
                    Html.words(Html.text(texts.get("aoa.promote.opens")), Pieces.time(at, moments)))
            .orElse(Html.EMPTY);
    return Lines.condition(
        gate.open() ? "check" : "stop",
        gate.open() ? Tone.OK : Tone.WARN,
        texts.get(gate.open() ? "aoa.promote.gate.open" : "aoa.promote.gate.closed"),
        Html.text(sayings.of(gate)),
        opens);
  }

  private Html agreement(Outlook outlook) {
    return cases.agreement(outlook.rule(), outlook.approvers());
  }

  private Html act(Panel panel) {
    List<Html> does = new ArrayList<>();
    List<Html> says = new ArrayList<>();
    if (panel.running()) {
      Case found = panel.current().orElseThrow();
      does.add(buttons.decide(found));
      if (panel.waiting()) {
        whyNot(found.approve(), says);
      }
    } else {
      panel
          .prospects()
          .outlook()
          .ifPresent(
              outlook -> {
                if (outlook.request().allowed()) {
                  does.add(buttons.plan(panel, outlook.gates().stream().allMatch(Gate::open)));
                }
                whyNot(outlook.request(), says);
              });
      panel.prospects().whyNot().ifPresent(why -> says.add(Html.text(sayings.of(why))));
    }
    panel.current().map(buttons::rollBack).ifPresent(does::add);
    Html all = Html.words(does);
    Html buttonRow =
        all.isEmpty() ? all : Html.onPage("<div class=\"aoa-buttons\">" + all.page() + "</div>");
    Html row =
        says.isEmpty()
            ? buttonRow
            : buttonRow.then(Pieces.muted(Pieces.lines(says.toArray(Html[]::new))));
    return new Html("<div class=\"aoa-part-act\">" + row.page() + "</div>", row.export());
  }

  private void whyNot(Ability ability, List<Html> says) {
    ability.whyNot().map(sayings::of).map(Html::text).ifPresent(says::add);
  }

  private Html history(List<Promotion> older) {
    if (older.isEmpty()) {
      return Html.EMPTY;
    }
    Html title = Html.text(texts.get("aoa.promote.earlier"));
    List<Html> lines = older.stream().map(this::earlier).toList();
    return new Html("<h4>" + title.page() + "</h4>", "<strong>" + title.export() + "</strong>")
        .then(Lines.list("aoa-history", lines));
  }

  private Html earlier(Promotion promotion) {
    PromotionState state = promotion.state();
    return Html.words(
        sayings.state(state),
        Pieces.version(Sayings.versions(promotion)),
        Html.text(promotion.request().from() + " \u2192 " + promotion.request().to()),
        Pieces.faint(sayings.name(promotion.request().by())),
        Pieces.muted(Pieces.time(promotion.since(), moments)));
  }
}
