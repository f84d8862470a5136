package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as a table, for CSV. */
final class DriftTable {

  private static final List<String> COLUMNS =
      List.of(
          "severity",
          "family",
          "kind",
          "kubernetes-kind",
          "connection",
          "namespace",
          "application",
          "environment",
          "since",
          "since-exact",
          "finding",
          "evidence",
          "page",
          "address");

  private DriftTable() {}

  static Table of(List<Entry> entries, Texts texts) {
    Sentences sentences = new Sentences(texts);
    List<Column> columns = COLUMNS.stream().map(id -> Column.of(id, id)).toList();
    return new Table(
        texts.get("aoa.drift.title"),
        columns,
        entries.stream()
            .map(entry -> Table.line(columns, entry.id(), cells(entry, sentences)))
            .toList(),
        texts.get("aoa.drift.none"));
  }

  private static List<Cell> cells(Entry entry, Sentences sentences) {
    Finding finding = entry.finding();
    NodeId node = finding.node();
    return Stream.of(
            finding.severity().word(),
            finding.kind().family().word(),
            finding.kind().word(),
            node.kind().word(),
            node.key().connection(),
            node.key().namespace(),
            node.key().name(),
            finding.environment().orElse(""),
            finding.since().map(since -> since.moment().toString()).orElse(""),
            finding.since().map(Since::exact).map(Object::toString).orElse(""),
            sentences.text(finding.headline()),
            finding.evidence().stream().map(sentences::text).collect(Collectors.joining("; ")),
            entry.page().orElse(""),
            entry.address().orElse(""))
        .map(Cell::of)
        .toList();
  }
}
