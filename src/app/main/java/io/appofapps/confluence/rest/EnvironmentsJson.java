package io.appofapps.confluence.rest;

import io.appofapps.confluence.environment.matrix.Ahead;
import io.appofapps.confluence.environment.matrix.Deployed;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.environment.matrix.ShownVersion;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.tree.TreeJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment matrix as plain maps and lists. */
final class EnvironmentsJson {

  private EnvironmentsJson() {}

  /**
   * {@code {"asOf", "revision", "environments": ["dev", …], "services": [{"service", "cells":
   * {"dev": {"health", "sync", "since", "applications": [{"application", "health", "sync", "since",
   * "versions": [{"kind", "part", "version", "revision"}]}], "ahead": {"environment", "relation",
   * "version", "commits", "stories"} or null}}}]}}; the unknown environment is the empty name.
   */
  static Map<String, Object> of(TreePage.Ready page, EnvironmentMatrix matrix) {
    String asOf = TreeJson.asOf(page.set(), page.snapshot());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", asOf.isEmpty() ? null : asOf);
    json.put("revision", page.snapshot().revision());
    json.put("environments", matrix.environments());
    json.put("services", matrix.rows().stream().map(EnvironmentsJson::row).toList());
    return json;
  }

  private static Map<String, Object> row(MatrixRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    row.cells().forEach((environment, cell) -> cells.put(environment, cell(cell)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", row.service());
    json.put("cells", cells);
    return json;
  }

  private static Map<String, Object> cell(MatrixCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("health", cell.health().word());
    json.put("sync", cell.sync().word());
    json.put("since", cell.since().map(Instant::toString).orElse(null));
    json.put("applications", cell.deployed().stream().map(EnvironmentsJson::deployed).toList());
    json.put("ahead", cell.ahead().map(EnvironmentsJson::ahead).orElse(null));
    return json;
  }

  private static Map<String, Object> deployed(Deployed deployed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("application", deployed.key().toString());
    json.put("health", deployed.health().word());
    json.put("sync", deployed.sync().word());
    json.put("since", deployed.since().map(Instant::toString).orElse(null));
    json.put("environmentFrom", deployed.evidence());
    json.put("versions", deployed.versions().stream().map(EnvironmentsJson::version).toList());
    return json;
  }

  private static Map<String, Object> version(ShownVersion version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", version.kind().name().toLowerCase(Locale.ROOT));
    json.put("part", version.part());
    json.put("version", version.version());
    json.put("revision", version.revision());
    return json;
  }

  private static Map<String, Object> ahead(Ahead ahead) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("environment", ahead.environment());
    json.put("relation", ahead.relation().name().toLowerCase(Locale.ROOT));
    json.put("version", ahead.version());
    json.put("commits", ahead.commits().orElse(null));
    json.put("stories", List.copyOf(ahead.stories()));
    return json;
  }
}
