package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.metrics.Scrapes;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.support.RowCounts;
import io.appofapps.confluence.support.Surroundings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a supporter wants to know of this node and of what all nodes share, by names of files. */
@Named
public class SupportBundle {

  private final Map<String, Supplier<String>> files = new LinkedHashMap<>();

  /** Nothing is looked at before a file is asked for. */
  @Inject
  public SupportBundle(
      Surroundings surroundings,
      ConfigurationReader configuration,
      HealthAnswer health,
      ApiCompatibility compatibility,
      Scrapes scrapes,
      RowCounts rows,
      Reconciler reconciler,
      PromotionLedger promotions,
      ChainVerification log) {
    files.put("versions.json", () -> Json.readable(surroundings.now()));
    files.put("configuration.yaml", () -> ConfigurationDocument.writeYaml(configuration.current()));
    files.put("health.json", () -> Json.readable(health.now()));
    files.put(
        "compatibility.json",
        () -> Json.readable(CompatibilityResource.answer(compatibility.check())));
    files.put("metrics.txt", () -> metrics(scrapes));
    files.put("tables.json", () -> Json.readable(rows.now()));
    files.put("documentation-runs.json", () -> Json.readable(runs(reconciler)));
    files.put("promotions.json", () -> Json.readable(states(promotions)));
    files.put("promotion-log.json", () -> Json.readable(log.check()));
  }

  /** What makes each file; it throws a RuntimeException when it cannot. */
  Map<String, Supplier<String>> files() {
    return files;
  }

  private static String metrics(Scrapes scrapes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      scrapes.write(Scrapes.Format.TEXT, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> runs(Reconciler reconciler) {
    return Map.of("lastRuns", reconciler.runs().stream().map(RunJson::of).toList());
  }

  private static Map<String, Integer> states(PromotionLedger promotions) {
    Map<String, Integer> states = new TreeMap<>();
    promotions.counts().forEach((state, count) -> states.put(state.word(), count));
    return states;
  }
}
