package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.matrix.Ahead;
import io.appofapps.confluence.environment.matrix.Deployed;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.body.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The matrix as a table for people: a service a row, an environment a column. */
final class MatrixTable {

  private final Texts texts;
  private final ArgoCdLinks links;
  private final Map<ApplicationKey, Application> applications;
  private final Moments moments;

  /**
   * @param applications of the snapshot that the matrix is of, for links to Argo CD
   */
  MatrixTable(
      Texts texts,
      ArgoCdLinks links,
      Map<ApplicationKey, Application> applications,
      Moments moments) {
    this.texts = texts;
    this.links = links;
    this.applications = applications;
    this.moments = moments;
  }

  Table of(EnvironmentMatrix matrix) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("service", texts.get("aoa.environments.service")));
    for (String environment : matrix.environments()) {
      columns.add(
          environment.isEmpty()
              ? Column.of("unknown", texts.get("aoa.environments.unknown"))
              : Column.of("environment-" + environment, environment));
    }
    List<Table.Line> lines =
        matrix.rows().stream()
            .map(row -> Table.line(columns, "service:" + row.service(), cells(row, matrix)))
            .toList();
    return new Table(
        texts.get("aoa.environments.title"), columns, lines, texts.get("aoa.environments.empty"));
  }

  private List<Cell> cells(MatrixRow row, EnvironmentMatrix matrix) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Pieces.name(row.service()), row.service()));
    for (String environment : matrix.environments()) {
      cells.add(
          row.cell(environment)
              .map(this::cell)
              .orElseGet(
                  () ->
                      new Cell(Pieces.absent(texts.get("aoa.environments.not-deployed")), "", "")));
    }
    return cells;
  }

  private Cell cell(MatrixCell cell) {
    String text = versionText(cell);
    return new Cell(
        Pieces.lines(
            versions(cell),
            status(cell),
            cell.ahead().map(this::ahead).orElse(Html.EMPTY),
            several(cell),
            cell.since().map(this::since).orElse(Html.EMPTY)),
        text,
        text);
  }

  /** Each version once, linked to the first Application that has it. */
  private Html versions(MatrixCell cell) {
    Map<String, Html> shown = new LinkedHashMap<>();
    for (Deployed each : cell.deployed()) {
      each.version()
          .ifPresent(
              version ->
                  shown.putIfAbsent(
                      VersionText.of(version),
                      linked(each, Pieces.version(VersionText.of(version)))));
    }
    return shown.isEmpty()
        ? Pieces.faint(texts.get("aoa.environments.no-version"))
        : Html.words(List.copyOf(shown.values()));
  }

  private Html linked(Deployed deployed, Html version) {
    return Optional.ofNullable(applications.get(deployed.key()))
        .flatMap(application -> links.applicationUrl(deployed.key(), application))
        .map(address -> Pieces.link(address, version))
        .orElse(version);
  }

  /** Health always; the sync status where there is something to say of it. */
  private static Html status(MatrixCell cell) {
    Html health = Pieces.health(cell.health());
    if (cell.sync() == SyncStatus.SYNCED) {
      return health;
    }
    Html sync = Pieces.sync(cell.sync());
    boolean said =
        cell.health() == HealthStatus.HEALTHY
            || cell.sync() == SyncStatus.UNKNOWN && cell.health() == HealthStatus.UNKNOWN;
    return said ? sync : Html.words(sync, health);
  }

  private Html ahead(Ahead ahead) {
    String environment = ahead.environment();
    String sentence =
        switch (ahead.relation()) {
          case NEWER ->
              ahead
                  .commits()
                  .map(count -> texts.get("aoa.environments.ahead-by", count, environment))
                  .orElseGet(
                      () -> texts.get("aoa.environments.ahead", environment, shortened(ahead)));
          case OLDER -> texts.get("aoa.environments.behind", environment, shortened(ahead));
          case DIFFERENT -> texts.get("aoa.environments.different", environment, shortened(ahead));
        };
    Tone tone =
        switch (ahead.relation()) {
          case NEWER -> Tone.INFO;
          case OLDER -> Tone.WARN;
          case DIFFERENT -> Tone.MUTE;
        };
    return StoriesHtml.after(sentence, ahead.stories(), tone, texts);
  }

  private static String shortened(Ahead ahead) {
    return RevisionText.shortened(ahead.version());
  }

  private Html several(MatrixCell cell) {
    int count = cell.deployed().size();
    return count == 1
        ? Html.EMPTY
        : Pieces.faint(texts.get("aoa.environments.applications", count));
  }

  private Html since(Instant moment) {
    return Pieces.muted(Pieces.time(moment, moments));
  }

  private static String versionText(MatrixCell cell) {
    return cell.versions().stream().map(VersionText::of).collect(Collectors.joining(", "));
  }
}
