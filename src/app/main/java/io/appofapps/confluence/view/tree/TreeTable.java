package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.body.Tone;
import java.util.List;
import java.util.Locale;

/** The same rows as a table: for readers who prefer one, for paper, for spreadsheets. */
final class TreeTable {

  private static final int INDENT = 4;

  private final Texts texts;
  private final Moments moments;
  private final List<Column> columns;

  TreeTable(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    this.columns =
        List.of(
            Column.of("application", texts.get("aoa.column.application")),
            Column.of("namespace", texts.get("aoa.column.namespace")).hidden(),
            Column.of("environment", texts.get("aoa.column.environment")),
            Column.of("revision", texts.get("aoa.column.revision")),
            Column.of("sync", texts.get("aoa.column.sync")),
            Column.of("health", texts.get("aoa.column.health")),
            Column.of("path", texts.get("aoa.column.path")).hidden());
  }

  Table of(String label, List<ShownRow> rows) {
    return new Table(label, columns, rows.stream().map(this::line).toList(), "");
  }

  private Table.Line line(ShownRow shown) {
    ViewRow row = shown.row();
    String path = String.join(" › ", shown.path());
    return Table.line(
        columns,
        row.id(),
        List.of(
            new Cell(name(shown, path), row.name(), row.name()),
            Cell.of(row.namespace()),
            Cell.of(Pieces.environment(row.environment()), row.environment()),
            Cell.of(
                row.revision().isEmpty() ? Html.text("–") : Pieces.version(row.revision()),
                row.revision()),
            row.sync()
                .map(sync -> new Cell(Pieces.sync(sync), "" + sync.ordinal(), sync.word()))
                .orElse(Cell.EMPTY),
            new Cell(health(row), "" + row.health().ordinal(), row.health().word()),
            Cell.of(path)));
  }

  private Html name(ShownRow shown, String path) {
    ViewRow row = shown.row();
    RowNotes notes = RowNotes.of(row, texts);
    Html way =
        new Html(
            path.isEmpty() ? "" : "<span class=\"aoa-path\">" + Html.escape(path) + " ›</span> ",
            "&nbsp;".repeat(INDENT * row.depth()));
    Html name = Pieces.name(row.name(), row.link().orElse(""), texts.get("aoa.row.open-in-argocd"));
    return way.then(
        Html.words(
            name,
            Pieces.note(String.join(" · ", notes.calm())),
            Pieces.warning(String.join(" · ", notes.warnings()))));
  }

  private Html health(ViewRow row) {
    boolean quiet = row.health() == HealthStatus.HEALTHY;
    Html own =
        row.below().isPresent() && quiet
            ? Html.EMPTY
            : row.since()
                .filter(since -> !quiet)
                .map(since -> Pieces.health(row.health(), since, moments))
                .orElseGet(() -> Pieces.health(row.health()));
    return Html.words(own, row.below().map(this::below).orElse(Html.EMPTY));
  }

  private Html below(ViewRow.Below below) {
    String words =
        texts.get("aoa.row.below." + below.health().word().toLowerCase(Locale.ROOT), below.count());
    return Pieces.tone(Tone.of(below.health()), words + " " + below.culprit());
  }
}
