package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Family;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import io.appofapps.confluence.view.body.Pieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings as markup. */
final class DriftHtml {

  private final Texts texts;
  private final Sentences sentences;
  private final Moments moments;

  DriftHtml(Texts texts, Moments moments) {
    this.texts = texts;
    this.sentences = new Sentences(texts);
    this.moments = moments;
  }

  /** One entry of the list: shape, headline, since when, evidence, and where to look. */
  Listing.Item item(Entry entry) {
    Finding finding = entry.finding();
    Html headline = sentences.plain(finding.headline());
    List<Html> evidence =
        finding.evidence().stream().map(sentences::marked).filter(each -> !each.isEmpty()).toList();
    Html since = since(finding);
    String severity = texts.get("aoa.drift.severity." + finding.severity().word());
    Html environment = Pieces.environment(finding.environment().orElse(""));
    Html page = entry.page().map(DriftHtml::page).orElse(Html.EMPTY);
    String onPage =
        "<div class=\"aoa-finding aoa-"
            + tone(finding.severity())
            + "\"><span class=\"aoa-finding-shape\" title=\""
            + Html.escape(severity)
            + "\">"
            + FamilyShape.of(finding.kind().family())
            + "<span class=\"aoa-hidden\">"
            + Html.escape(severity)
            + ": </span></span><div class=\"aoa-finding-text\"><div><b>"
            + headline.page()
            + "</b> "
            + joined(List.of(environment, since, page), Html::page, " ")
            + "</div><div class=\"aoa-finding-why\">"
            + joined(evidence, Html::page, " \u00b7 ")
            + "</div></div>"
            + address(entry).page()
            + "</div>";
    String onPaper =
        Html.escape("[" + severity + "] ")
            + "<strong>"
            + headline.export()
            + "</strong> "
            + joined(List.of(environment, since, page), Html::export, " \u00b7 ")
            + (evidence.isEmpty() ? "" : "<br/>" + joined(evidence, Html::export, " \u00b7 "));
    return new Listing.Item(entry.id(), new Html(onPage, onPaper));
  }

  private static Html page(String title) {
    Html name = Pieces.faint(title);
    return new Html(
        "<span class=\"aoa-finding-since\">\u00b7 " + name.page() + "</span>", name.export());
  }

  private Html since(Finding finding) {
    Html since = sentences.since(finding, moments);
    return since.isEmpty()
        ? since
        : new Html(
            "<span class=\"aoa-finding-since\">\u00b7 " + since.page() + "</span>", since.export());
  }

  private Html address(Entry entry) {
    String text = texts.get(entry.page().isPresent() ? "aoa.drift.open-page" : "aoa.drift.open");
    return entry
        .address()
        .map(address -> Pieces.link(address, text))
        .map(
            link ->
                new Html(
                    "<span class=\"aoa-finding-act\">" + link.page() + "</span>", link.export()))
        .orElse(Html.EMPTY);
  }

  private static String joined(List<Html> parts, Function<Html, String> face, String between) {
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(face)
        .collect(Collectors.joining(between));
  }

  private static String tone(Severity severity) {
    return switch (severity) {
      case ERROR -> "bad";
      case WARNING -> "warn";
      case INFO -> "mute";
    };
  }

  /** How many findings of each family there are. */
  Html summary(List<Entry> entries) {
    return counts(entries, "aoa.drift.count.");
  }

  /** The same, saying that it counts drift. */
  Html spelledOut(List<Entry> entries) {
    return counts(entries, "aoa.drift.badge.");
  }

  private Html counts(List<Entry> entries, String stem) {
    List<Html> parts = new ArrayList<>();
    for (Family family : Family.values()) {
      int count = count(entries, family);
      if (count > 0) {
        parts.add(Html.text(texts.get(stem + family.word(), count)));
      }
    }
    return new Html(joined(parts, Html::page, " \u00b7 "), joined(parts, Html::export, " \u00b7 "));
  }

  /** A few words for a line of text: a label for each family, or that there is nothing. */
  Html badge(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Pieces.faint(texts.get("aoa.drift.none.badge"));
    }
    return Html.words(
        Arrays.stream(Family.values())
            .filter(family -> count(entries, family) > 0)
            .map(
                family -> label(entries.stream().filter(each -> is(each, family)).toList(), family))
            .toList());
  }

  /** The label leads to what is worst, and names the first few to who points at it. */
  private Html label(List<Entry> entries, Family family) {
    Entry worst = entries.get(0);
    boolean error = worst.finding().severity() == Severity.ERROR;
    String words =
        entries.size() == 1
            ? sentences.text(worst.finding().headline())
            : texts.get("aoa.drift.badge." + family.word(), entries.size());
    String all =
        entries.stream()
            .limit(5)
            .map(entry -> sentences.text(entry.finding().headline()))
            .collect(Collectors.joining("\n"));
    Html inside =
        new Html(FamilyShape.of(family) + Html.escape(words), "[" + Html.escape(words) + "]");
    Html linked = worst.address().map(address -> Pieces.link(address, inside)).orElse(inside);
    return new Html(
        "<span class=\"aoa-label aoa-drift-badge aoa-"
            + (error ? "bad" : "warn")
            + "\" title=\""
            + Html.escape(all)
            + "\">"
            + linked.page()
            + "</span>",
        linked.export());
  }

  private static boolean is(Entry entry, Family family) {
    return entry.finding().kind().family() == family;
  }

  private static int count(List<Entry> entries, Family family) {
    return (int) entries.stream().filter(each -> is(each, family)).count();
  }
}
