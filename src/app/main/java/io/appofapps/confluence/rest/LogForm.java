package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.record.CdEvents;
import io.appofapps.confluence.promotion.record.LogColumns;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.view.body.Csv;

/** A form in which the promotion log leaves: how it begins and ends and what each row is. */
enum LogForm {
  /** Each row on a line, with the members of the hash chain. */
  JSON_LINES("application/x-ndjson", "jsonl"),
  CSV("text/csv", "csv"),
  /** One batch of CloudEvents. */
  CD_EVENTS("application/cloudevents-batch+json", "json");

  private final String type;
  private final String ending;

  LogForm(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /** The media type with its parameters. */
  String type() {
    return type + (this == CSV ? ";charset=UTF-8;header=present" : ";charset=UTF-8");
  }

  /** Of a file's name. */
  String ending() {
    return ending;
  }

  String begin() {
    return switch (this) {
      case JSON_LINES -> "";
      case CSV -> Csv.line(LogColumns.NAMES);
      case CD_EVENTS -> "[";
    };
  }

  /**
   * @param first whether it is the first row
   */
  String row(LogRow row, boolean first, CdEvents events) {
    return switch (this) {
      case JSON_LINES -> row.recorded().line() + "\n";
      case CSV -> Csv.line(LogColumns.of(row));
      case CD_EVENTS -> (first ? "\n" : ",\n") + events.event(row);
    };
  }

  String end() {
    return this == CD_EVENTS ? "\n]\n" : "";
  }
}
