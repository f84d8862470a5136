package io.appofapps.confluence.view.card;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.ImageReference;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines of a card: a word, and what there is to say. */
final class CardRows {

  private static final int MOST_IMAGES = 5;
  private static final int MOST_LINKS = 5;

  private final Texts texts;
  private final Moments moments;
  private final List<Listing.Item> items = new ArrayList<>();

  CardRows(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  List<Listing.Item> items() {
    return items;
  }

  void status(Application app) {
    Optional<Instant> since =
        app.sync() == SyncStatus.SYNCED
            ? Optional.empty()
            : app.details().syncSince().filter(Since::exact).map(Since::moment);
    add(
        "status",
        Html.words(
            since
                .map(moment -> Pieces.sync(app.sync(), moment, moments))
                .orElseGet(() -> Pieces.sync(app.sync())),
            app.healthSince()
                .map(moment -> Pieces.health(app.health(), moment, moments))
                .orElseGet(() -> Pieces.health(app.health())),
            Pieces.faint(texts.get(app.automated() ? "aoa.card.automated" : "aoa.card.manual"))));
  }

  void versions(Application app) {
    List<Html> parts = new ArrayList<>();
    app.images().stream()
        .limit(MOST_IMAGES)
        .map(ImageReference::of)
        .forEach(
            image ->
                parts.add(
                    Html.words(
                        Pieces.version(RevisionText.shortened(image.version())),
                        Pieces.faint(image.repository()))));
    if (app.images().size() > MOST_IMAGES) {
      parts.add(Pieces.faint(texts.get("aoa.card.more", app.images().size() - MOST_IMAGES)));
    }
    add("version", Pieces.lines(parts.toArray(Html[]::new)));
    String revision = RevisionText.of(app);
    boolean said =
        app.images().stream().map(ImageReference::of).anyMatch(i -> i.version().equals(revision));
    add("revision", said || revision.isEmpty() ? Html.EMPTY : Pieces.version(revision));
    add(
        "deployed",
        app.details().deployedAt().map(at -> Pieces.time(at, moments)).orElse(Html.EMPTY));
  }

  void place(Application app, Optional<Environment> environment, Optional<Service> service) {
    add("environment", environment.map(each -> Pieces.environment(each.name())).orElse(Html.EMPTY));
    add("service", service.map(each -> Html.text(each.name())).orElse(Html.EMPTY));
    add("project", Html.text(app.project().isEmpty() ? "default" : app.project()));
    Destination to = app.destination();
    String cluster = to.name().isEmpty() ? to.server() : to.name();
    add(
        "destination",
        Html.text(
            cluster.isEmpty() || to.namespace().isEmpty()
                ? cluster + to.namespace()
                : cluster + " / " + to.namespace()));
  }

  void links(Application app) {
    List<Html> links = new ArrayList<>();
    app.externalUrls().stream()
        .filter(Pieces::isSafe)
        .limit(MOST_LINKS)
        .forEach(url -> links.add(Pieces.link(url, url)));
    add("urls", Pieces.lines(links.toArray(Html[]::new)));
    Html sources = Pieces.lines(app.sources().stream().map(CardRows::source).toArray(Html[]::new));
    add("source", sources);
  }

  private static Html source(Source source) {
    String below = source.chart().isEmpty() ? source.path() : source.chart();
    return Html.words(
        Pieces.isSafe(source.repoUrl())
            ? Pieces.link(source.repoUrl(), source.repoUrl())
            : Html.text(source.repoUrl()),
        Pieces.faint(below));
  }

  /** What the page itself lacks, with the buttons for those who may edit it. */
  void documentation(PageNotes.Notes notes, ApplicationKey application) {
    List<Html> parts = new ArrayList<>();
    if (notes.outdated()) {
      parts.add(
          Html.words(
              Pieces.tone(Tone.WARN, texts.get("aoa.card.outdated")),
              notes.editable()
                  ? Pieces.act(texts.get("aoa.card.review"), "reviewed", new TreeMap<>())
                  : Html.EMPTY));
    }
    for (PageNotes.Proposal each : notes.proposals()) {
      parts.add(
          Html.words(
              Html.text(texts.get("aoa.card.proposal", each.field(), each.manifestSays())),
              Pieces.act(
                  texts.get("aoa.card.accept"),
                  "accept",
                  new TreeMap<>(
                      Map.of(
                          "application", application.toString(),
                          "field", each.field(),
                          "says", each.manifestSays())))));
    }
    notes.reviewed().ifPresent(reviewed -> parts.add(reviewed(reviewed)));
    add("documentation", Pieces.lines(parts.toArray(Html[]::new)));
  }

  private Html reviewed(PageNotes.Reviewed reviewed) {
    String who = reviewed.by().orElseGet(() -> texts.get("aoa.card.reviewed.nobody"));
    return Html.words(
        Pieces.faint(texts.get("aoa.card.reviewed", who)), Pieces.time(reviewed.at(), moments));
  }

  /** A line; none when there is nothing to say. */
  void add(String word, Html says) {
    if (!says.isEmpty()) {
      String label = Html.escape(texts.get("aoa.card." + word));
      items.add(
          new Listing.Item(
              word,
              new Html(
                  "<div class=\"aoa-card\"><span class=\"aoa-card-word\">"
                      + label
                      + "</span><div class=\"aoa-card-says\">"
                      + says.page()
                      + "</div></div>",
                  "<strong>" + label + ":</strong> " + says.export())));
    }
  }
}
