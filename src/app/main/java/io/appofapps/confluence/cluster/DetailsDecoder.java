package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.Deployment;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.IgnoredDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a closer look at an Application asks for. */
final class DetailsDecoder {

  private static final int MOST_FIELDS = 5;
  private static final int LONGEST = 200;

  private DetailsDecoder() {}

  static Details decode(Fields spec, Fields status, ResourceDigest resources) {
    Fields automated = spec.object("syncPolicy").object("automated");
    Fields operation = status.object("operationState");
    List<Fields> ignored = spec.allObjects("ignoreDifferences");
    int kept = Math.min(ignored.size(), Details.MOST);
    List<Deployment> deployments = deployments(status);
    return new Details(
        automated.flag("prune", false),
        automated.flag("selfHeal", false),
        comparedToOther(spec, status.object("sync").object("comparedTo")),
        resources.affected(),
        resources.moreAffected(),
        ignored.subList(0, kept).stream().map(DetailsDecoder::ignored).toList(),
        ignored.size() - kept,
        hydration(status),
        deployments.stream().findFirst().map(Deployment::at),
        operation.moment("startedAt"),
        operation.moment("finishedAt"),
        operation.count("retryCount"),
        Optional.empty(),
        deployments);
  }

  /**
   * Whether Argo CD compared something else than the spec now asks for. Only what both name counts:
   * versions of Argo CD differ in what they write.
   */
  private static boolean comparedToOther(Fields spec, Fields compared) {
    if (!compared.has("source") && !compared.has("sources")) {
      return false;
    }
    return !SourceDecoder.effectiveSources(spec).equals(SourceDecoder.effectiveSources(compared))
        || differ(
            ApplicationDecoder.destination(spec.object("destination")),
            ApplicationDecoder.destination(compared.object("destination")))
        || (compared.has("ignoreDifferences")
            && !compared.raw("ignoreDifferences").equals(spec.raw("ignoreDifferences")));
  }

  private static boolean differ(Destination one, Destination other) {
    return differ(one.server(), other.server())
        || differ(one.name(), other.name())
        || differ(one.namespace(), other.namespace());
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static IgnoredDifference ignored(Fields rule) {
    List<String> pointers = rule.texts("jsonPointers");
    List<String> expressions = rule.texts("jqPathExpressions");
    List<String> managers = rule.texts("managedFieldsManagers");
    List<String> fields = Stream.concat(pointers.stream(), expressions.stream()).toList();
    return new IgnoredDifference(
        rule.text("group"),
        rule.text("kind"),
        rule.text("namespace"),
        rule.text("name"),
        few(fields),
        few(managers),
        fields.size() + managers.size());
  }

  private static List<String> few(List<String> texts) {
    return texts.stream().limit(MOST_FIELDS).map(text -> Metadata.cut(text, LONGEST)).toList();
  }

  private static Optional<Hydration> hydration(Fields status) {
    if (!status.has("sourceHydrator")) {
      return Optional.empty();
    }
    Fields current = status.object("sourceHydrator").object("currentOperation");
    Fields last = status.object("sourceHydrator").object("lastSuccessfulOperation");
    return Optional.of(
        new Hydration(
            current.text("phase"),
            current.text("message"),
            current.text("drySHA"),
            last.text("drySHA"),
            current.moment("startedAt")));
  }

  /** Newest first, though Argo CD writes them oldest first; one without a moment says nothing. */
  private static List<Deployment> deployments(Fields status) {
    List<Fields> history = status.allObjects("history");
    List<Deployment> newest = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0 && newest.size() < Deployment.MOST; i--) {
      Fields entry = history.get(i);
      entry.moment("deployedAt").ifPresent(at -> newest.add(deployment(entry, at)));
    }
    return newest;
  }

  private static Deployment deployment(Fields entry, Instant at) {
    Fields by = entry.object("initiatedBy");
    List<String> revisions = entry.texts("revisions");
    return new Deployment(
        at,
        few(
            revisions.isEmpty() && entry.has("revision")
                ? List.of(entry.text("revision"))
                : revisions),
        Metadata.cut(by.text("username"), LONGEST),
        by.flag("automated", false));
  }
}
