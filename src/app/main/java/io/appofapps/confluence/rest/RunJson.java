package io.appofapps.confluence.rest;

import io.appofapps.confluence.docs.rows.Run;
import io.appofapps.confluence.docs.rows.Run.Progress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A run as JSON. */
final class RunJson {

  private RunJson() {}

  static String word(Run.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  /** {@code {"number", "phase", "full", "starter", "asked", "ended", "space", "pages", …}}. */
  static Map<String, Object> of(Run run) {
    Progress progress = run.progress();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", run.number());
    json.put("phase", word(run.phase()));
    json.put("full", run.full());
    json.put("starter", run.starter().isEmpty() ? null : run.starter());
    json.put("asked", run.asked().toString());
    json.put("ended", run.ended().map(Object::toString).orElse(null));
    json.put("space", progress.space().isEmpty() ? null : progress.space());
    json.put("pages", progress.pages());
    json.put("read", progress.read());
    json.put("statements", progress.statements());
    json.put("findings", progress.findings());
    json.put("mended", progress.mended());
    json.put("resumed", progress.resumed());
    json.put("failure", run.failure().isEmpty() ? null : run.failure());
    return json;
  }
}
