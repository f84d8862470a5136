package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.environment.ImageReference;
import io.appofapps.confluence.tree.NodeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is unusual beside an Application's siblings, or within itself. */
final class SiblingFindings {

  private static final String SKIP_RECONCILE = "argocd.argoproj.io/skip-reconcile";
  private static final int FEWEST_SIBLINGS = 3;
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,64}");
  private static final Pattern NUMBERED = Pattern.compile("v?\\d+\\.\\d+.*");
  private static final Pattern RANGE = Pattern.compile(".*([*^~<>|]|\\.x|\\s-\\s).*|x|");
  private static final Set<String> TRUNKS = Set.of("HEAD", "main", "master");

  /** Environment and repository: within one, most follow the same target. */
  private record Place(String environment, String repoUrl) {}

  private final Map<Place, String> usualTarget;
  private final Map<NodeId, Long> automatedSiblings;
  private final Map<NodeId, Long> siblings;

  SiblingFindings(Collection<Subject> subjects) {
    Map<Place, List<String>> targets = new HashMap<>();
    for (Subject subject : subjects) {
      for (Source source : subject.app().sources()) {
        place(subject, source)
            .ifPresent(
                place ->
                    targets
                        .computeIfAbsent(place, ignored -> new ArrayList<>())
                        .add(target(source)));
      }
    }
    usualTarget = new HashMap<>();
    targets.forEach((place, all) -> usual(all).ifPresent(each -> usualTarget.put(place, each)));
    siblings = byParent(subjects, subject -> true);
    automatedSiblings = byParent(subjects, subject -> subject.app().automated());
  }

  private static Map<NodeId, Long> byParent(
      Collection<Subject> subjects, Predicate<Subject> those) {
    return subjects.stream()
        .filter(those)
        .filter(subject -> subject.parent().isPresent())
        .collect(Collectors.groupingBy(subject -> subject.parent().get(), Collectors.counting()));
  }

  private static Optional<Place> place(Subject subject, Source source) {
    return subject
        .environment()
        .filter(environment -> source.chart().isEmpty() && !source.repoUrl().isEmpty())
        .map(environment -> new Place(environment, source.repoUrl()));
  }

  private static String target(Source source) {
    return source.targetRevision().isEmpty() ? "HEAD" : source.targetRevision();
  }

  /** What more than half of several follow. */
  private static Optional<String> usual(List<String> targets) {
    if (targets.size() < FEWEST_SIBLINGS) {
      return Optional.empty();
    }
    return targets.stream()
        .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() * 2 > targets.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void find(Subject subject, Consumer<Candidate> found) {
    for (Source source : subject.app().sources()) {
      unmerged(subject, source, found);
      floating(subject, source, found);
    }
    automation(subject, found);
    images(subject, found);
  }

  private void unmerged(Subject subject, Source source, Consumer<Candidate> found) {
    String target = target(source);
    place(subject, source)
        .map(usualTarget::get)
        .filter(usual -> !usual.equals(target))
        .filter(usual -> !NUMBERED.matcher(target).matches())
        .filter(usual -> !SHA.matcher(usual).matches() || !SHA.matcher(target).matches())
        .ifPresent(
            usual ->
                found.accept(
                    info(
                        subject,
                        FindingKind.UNMERGED_TARGET,
                        Sentence.of(
                            SHA.matcher(target).matches()
                                ? "unmerged-target.pinned"
                                : "unmerged-target",
                            subject.name(),
                            target),
                        Sentence.of("say.siblings-follow", usual))));
  }

  private static void floating(Subject subject, Source source, Consumer<Candidate> found) {
    boolean floats =
        source.chart().isEmpty()
            ? TRUNKS.contains(target(source))
            : RANGE.matcher(source.targetRevision()).matches();
    if (floats && !source.repoUrl().isEmpty() && subject.inProduction()) {
      found.accept(
          info(
              subject,
              FindingKind.FLOATING_TARGET,
              Sentence.of("floating-target", subject.name(), target(source))));
    }
  }

  private void automation(Subject subject, Consumer<Candidate> found) {
    Application app = subject.app();
    if ("true".equals(app.annotations().get(SKIP_RECONCILE))) {
      found.accept(
          info(
              subject,
              FindingKind.AUTO_SYNC_OFF,
              Sentence.of("auto-sync-off.skipped", subject.name())));
      return;
    }
    long automated = subject.parent().map(id -> automatedSiblings.getOrDefault(id, 0L)).orElse(0L);
    long all = subject.parent().map(id -> siblings.getOrDefault(id, 0L)).orElse(0L);
    if (!app.automated() && all >= FEWEST_SIBLINGS && automated * 2 > all) {
      found.accept(
          info(
              subject,
              FindingKind.AUTO_SYNC_OFF,
              Sentence.of("auto-sync-off", subject.name()),
              Sentence.of("say.siblings-automated", Math.toIntExact(automated))));
    }
  }

  private static void images(Subject subject, Consumer<Candidate> found) {
    Map<String, Set<String>> versions = new TreeMap<>();
    subject.app().images().stream()
        .map(ImageReference::of)
        .filter(image -> !image.version().isEmpty())
        .forEach(
            image ->
                versions
                    .computeIfAbsent(image.repository(), ignored -> new TreeSet<>())
                    .add(image.version()));
    versions.forEach(
        (repository, all) -> {
          if (all.size() > 1) {
            found.accept(
                info(
                    subject,
                    FindingKind.IMAGE_MIX,
                    Sentence.of("image-mix", subject.name()),
                    Sentence.of("say.image", repository, String.join(", ", all))));
          }
        });
  }

  private static Candidate info(
      Subject subject, FindingKind kind, Sentence headline, Sentence... evidence) {
    return Candidate.now(
        subject.finding(kind, Severity.INFO, Optional.empty(), headline, evidence));
  }
}
