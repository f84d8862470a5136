package io.appofapps.confluence.rest;

import io.appofapps.confluence.view.body.Csv;
import io.appofapps.confluence.view.body.Table;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Tables as answers of type {@code text/csv}. */
final class CsvAnswers {

  static final String TYPE = "text/csv";

  /**
   * Beside JSON: who accepts anything, or says nothing, gets JSON (JAX-RS, quality of a source).
   */
  static final String WHEN_ASKED_FOR = TYPE + ";qs=0.5";

  private CsvAnswers() {}

  /**
   * 200 with the table; never stored by a browser or a proxy.
   *
   * @param name of the file that a browser makes of it, without {@code .csv}; untrusted
   */
  static Response of(Table table, String name) {
    String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
    return Response.ok(Csv.of(table), TYPE + ";charset=UTF-8;header=present")
        .header("Content-Disposition", "attachment; filename=\"" + safe + ".csv\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
