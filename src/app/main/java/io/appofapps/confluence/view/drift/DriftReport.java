package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.drift.Family;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import io.appofapps.confluence.view.body.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings that somebody asked for, for all the ways in which they are put out. */
public final class DriftReport {

  private static final int MOST_ITEMS = 20;

  private final TreePage.Ready page;
  private final DriftSelection selection;
  private final Optional<Set<NodeId>> nodes;
  private final List<Entry> ofPages;
  private final List<Entry> ofClusters;

  DriftReport(
      TreePage.Ready page,
      DriftSelection selection,
      Optional<Set<NodeId>> nodes,
      List<Entry> ofPages,
      List<Entry> ofClusters) {
    this.page = page;
    this.selection = selection;
    this.nodes = nodes;
    this.ofPages = ofPages;
    this.ofClusters = ofClusters;
  }

  /** The tree it is about. */
  public TreePage.Ready page() {
    return page;
  }

  /** The nodes that the parameter {@code application} names, without what is below them. */
  public List<NodeId> named() {
    return nodes.orElse(Set.of()).stream()
        .filter(selection::names)
        .filter(id -> id.kind() == NodeKind.APPLICATION)
        .sorted()
        .toList();
  }

  /** The findings as entries of a list. */
  public List<Listing.Item> items(Texts texts, Moments moments) {
    DriftHtml html = new DriftHtml(texts, moments);
    return entries().stream().limit(MOST_ITEMS).map(html::item).toList();
  }

  /** How many findings of each family there are, in one line. */
  public Html summary(Texts texts, Moments moments) {
    return new DriftHtml(texts, moments).spelledOut(entries());
  }

  /** Findings about pages, which only some viewers see. */
  public Object ofPages() {
    return ofPages;
  }

  /** All that the report is made of; cheap to compare. */
  public Object facts() {
    return List.of(ofClusters, ofPages);
  }

  /** The most severe first; of equal ones those of pages. */
  List<Entry> entries() {
    return Stream.concat(ofPages.stream(), ofClusters.stream())
        .filter(entry -> selection.test(entry, nodes))
        .sorted(Comparator.comparing(entry -> entry.finding().severity()))
        .toList();
  }

  /** All findings as a table, for CSV. */
  public Table table(Texts texts) {
    return DriftTable.of(entries(), texts);
  }

  /** {@code {"set", "revision", "asOf", "counts": {word: number}, "findings": [{…}]}}. */
  public Map<String, Object> json(Texts texts) {
    return json(texts, finding -> true, 0, Integer.MAX_VALUE);
  }

  /**
   * The same of some findings only.
   *
   * @param wanted which ones count
   * @param from how many of them to pass over
   * @param most how many to put out; the counts are of all that count
   */
  public Map<String, Object> json(Texts texts, Predicate<Finding> wanted, int from, int most) {
    List<Entry> entries = entries().stream().filter(each -> wanted.test(each.finding())).toList();
    Sentences sentences = new Sentences(texts);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("set", page.set().key());
    body.put("revision", page.snapshot().revision());
    body.put(
        "asOf",
        page.connection().flatMap(state -> state.asOf()).map(Instant::toString).orElse(null));
    body.put("counts", counts(entries));
    body.put(
        "findings",
        entries.stream().skip(from).limit(most).map(entry -> json(entry, sentences)).toList());
    return body;
  }

  private static Map<String, Object> counts(List<Entry> entries) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("total", entries.size());
    for (Severity severity : Severity.values()) {
      counts.put(
          severity.word(),
          entries.stream().filter(each -> each.finding().severity() == severity).count());
    }
    Arrays.stream(Family.values())
        .forEach(
            family ->
                counts.put(
                    family.word(),
                    entries.stream()
                        .filter(each -> each.finding().kind().family() == family)
                        .count()));
    return counts;
  }

  private static Map<String, Object> json(Entry entry, Sentences sentences) {
    Finding finding = entry.finding();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("kind", finding.kind().word());
    json.put("family", finding.kind().family().word());
    json.put("severity", finding.severity().word());
    json.put("node", finding.node().toString());
    json.put("name", finding.node().key().name());
    json.put("environment", finding.environment().orElse(null));
    json.put("since", finding.since().map(Since::moment).map(Instant::toString).orElse(null));
    json.put("sinceExact", finding.since().map(Since::exact).orElse(null));
    json.put("text", sentences.text(finding.headline()));
    json.put(
        "evidence", finding.evidence().stream().map(sentences::text).collect(Collectors.toList()));
    json.put("page", entry.page().orElse(null));
    json.put("address", entry.address().orElse(null));
    return json;
  }
}
