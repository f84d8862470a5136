package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.Source;
import java.util.List;

/**
 * Reads the sources that count: a hydrator wins over {@code sources}, those over {@code source}.
 */
final class SourceDecoder {

  private SourceDecoder() {}

  static List<Source> effectiveSources(Fields spec) {
    if (spec.has("sourceHydrator")) {
      return List.of(hydrated(spec.object("sourceHydrator")));
    }
    List<Fields> several = spec.objects("sources");
    if (!several.isEmpty()) {
      return several.stream().map(SourceDecoder::source).toList();
    }
    return spec.has("source") ? List.of(source(spec.object("source"))) : List.of();
  }

  /** What is synced is the hydrated branch; its repository falls back to the dry source's. */
  private static Source hydrated(Fields hydrator) {
    Fields sync = hydrator.object("syncSource");
    Fields dry = hydrator.object("drySource");
    String repoUrl = sync.text("repoURL");
    return new Source(
        repoUrl.isEmpty() ? dry.text("repoURL") : repoUrl,
        sync.text("path"),
        "",
        sync.text("targetBranch"),
        List.of());
  }

  private static Source source(Fields source) {
    return new Source(
        source.text("repoURL"),
        source.text("path"),
        source.text("chart"),
        source.text("targetRevision"),
        source.object("helm").texts("valueFiles"));
  }
}
