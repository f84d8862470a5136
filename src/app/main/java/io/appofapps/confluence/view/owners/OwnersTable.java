package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Completeness;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Ring;
import io.appofapps.confluence.view.body.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row for each service: what it says, and how complete that is. */
final class OwnersTable {

  static final String SERVICE = "service";
  static final String COMPLETE = "complete";
  static final String ENVIRONMENTS = "environments";
  static final String APPLICATIONS = "applications";

  private final Texts texts;
  private final OwnersReport report;
  private final List<Field> fields;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param chosen ids of the columns to show, in their order; empty for those that count
   */
  OwnersTable(Texts texts, OwnersReport report, List<String> chosen) {
    this.texts = texts;
    this.report = report;
    this.fields = ordered(report.rules().fields(), chosen);
    Predicate<String> shown =
        chosen.isEmpty() ? id -> counts(id) || id.equals(COMPLETE) : chosen::contains;
    columns.add(Column.of(SERVICE, texts.get("aoa.owners.service")));
    fields.forEach(field -> column(field.id(), FieldTitles.of(field, texts), shown));
    column(ENVIRONMENTS, texts.get("aoa.owners.environments"), shown);
    column(APPLICATIONS, texts.get("aoa.owners.applications"), shown);
    column(COMPLETE, texts.get("aoa.owners.complete"), shown);
  }

  /** Ids of all columns that can be chosen. */
  static List<String> ids(OwnersReport report) {
    return Stream.concat(
            report.rules().fields().stream().map(Field::id),
            Stream.of(ENVIRONMENTS, APPLICATIONS, COMPLETE))
        .toList();
  }

  private static List<Field> ordered(List<Field> fields, List<String> chosen) {
    List<Field> ordered = new ArrayList<>();
    for (String id : chosen) {
      fields.stream().filter(field -> field.id().equals(id)).forEach(ordered::add);
    }
    fields.stream().filter(field -> !ordered.contains(field)).forEach(ordered::add);
    return ordered;
  }

  private boolean counts(String id) {
    return fields.stream().anyMatch(field -> field.id().equals(id) && field.counts());
  }

  private void column(String id, String heading, Predicate<String> shown) {
    Column column = Column.of(id, heading);
    columns.add(shown.test(id) ? column : column.hidden());
  }

  Table table() {
    return new Table(
        texts.get("aoa.owners.title"),
        columns,
        report.services().stream().map(this::line).toList(),
        texts.get("aoa.owners.none"));
  }

  private Table.Line line(ServiceMetadata service) {
    ValueHtml values = new ValueHtml(texts);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Pieces.name(service.service()), service.service()));
    for (Field field : fields) {
      cells.add(
          service
              .field(field.id())
              .map(agreed -> values.of(field, agreed, report.page(service, field)))
              .orElseGet(() -> values.missing(field)));
    }
    cells.add(Cell.of(String.join(", ", service.environments())));
    cells.add(Cell.of(String.join(", ", service.applications())));
    cells.add(complete(service.completeness()));
    return Table.line(columns, service.service(), cells);
  }

  private Cell complete(Completeness completeness) {
    String percent = completeness.percent() + " %";
    return new Cell(
        Ring.of(completeness.percent(), percent, hint(completeness)),
        Integer.toString(completeness.percent()),
        Integer.toString(completeness.percent()));
  }

  private String hint(Completeness completeness) {
    if (completeness.missing().isEmpty()) {
      return texts.get("aoa.owners.all-said");
    }
    String missing =
        fields.stream()
            .filter(field -> completeness.missing().contains(field.id()))
            .map(field -> FieldTitles.of(field, texts))
            .collect(Collectors.joining(", "));
    return texts.get("aoa.owners.missing-fields", missing);
  }
}
