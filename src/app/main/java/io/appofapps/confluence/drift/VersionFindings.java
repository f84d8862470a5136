package io.appofapps.confluence.drift;

import io.appofapps.confluence.environment.ImageReference;
import io.appofapps.confluence.environment.SemanticVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A service's versions along the environments. Only versions that can be ordered are: an image tag
 * or chart version by the rules of semver.org; of others nobody can say who is ahead.
 */
final class VersionFindings {

  private final List<String> order;
  private final Map<String, Map<String, Subject>> byService = new TreeMap<>();
  private final Set<List<String>> several = new HashSet<>();

  /**
   * @param order environments from first to last
   */
  VersionFindings(Collection<Subject> subjects, List<String> order) {
    this.order = order;
    for (Subject subject : subjects) {
      if (subject.service().isPresent() && subject.environment().isPresent()) {
        String service = subject.service().get();
        String environment = subject.environment().get();
        Subject other =
            byService
                .computeIfAbsent(service, ignored -> new HashMap<>())
                .putIfAbsent(environment, subject);
        if (other != null) {
          several.add(List.of(service, environment));
        }
      }
    }
  }

  void find(Consumer<Candidate> found) {
    byService.forEach((service, subjects) -> find(service, subjects, found));
  }

  private void find(String service, Map<String, Subject> subjects, Consumer<Candidate> found) {
    Optional<Subject> before = Optional.empty();
    for (String environment : order) {
      Subject here = subjects.get(environment);
      if (here == null || several.contains(List.of(service, environment))) {
        continue;
      }
      before.ifPresent(earlier -> compare(earlier, here, found));
      before = Optional.of(here);
    }
  }

  private static void compare(Subject earlier, Subject later, Consumer<Candidate> found) {
    Map<String, String> first = versions(earlier);
    versions(later)
        .forEach(
            (part, version) -> {
              String other = first.getOrDefault(part, version);
              Optional<SemanticVersion> one = SemanticVersion.of(other);
              Optional<SemanticVersion> two = SemanticVersion.of(version);
              if (one.isPresent() && two.isPresent() && one.get().compareTo(two.get()) != 0) {
                boolean ahead = two.get().compareTo(one.get()) > 0;
                found.accept(finding(earlier, later, part, List.of(other, version), ahead));
              }
            });
  }

  private static Candidate finding(
      Subject earlier, Subject later, String part, List<String> versions, boolean ahead) {
    String first = earlier.environment().orElse("");
    String last = later.environment().orElse("");
    return Candidate.now(
        later.finding(
            FindingKind.VERSION_LAG,
            ahead ? Severity.WARNING : Severity.INFO,
            Optional.empty(),
            Sentence.of(ahead ? "version-lag.ahead" : "version-lag", later.name(), first),
            Sentence.of("say.versions", part, first, versions.get(0), last, versions.get(1))));
  }

  /** The only version of each image repository and chart. */
  private static Map<String, String> versions(Subject subject) {
    Map<String, String> versions = new TreeMap<>();
    Set<String> mixed = new HashSet<>();
    for (String text : subject.app().images()) {
      ImageReference image = ImageReference.of(text);
      String other = versions.putIfAbsent(image.repository(), image.version());
      if (other != null && !other.equals(image.version())) {
        mixed.add(image.repository());
      }
    }
    versions.keySet().removeAll(mixed);
    subject.app().sources().stream()
        .filter(source -> !source.chart().isEmpty())
        .forEach(source -> versions.putIfAbsent(source.chart(), source.targetRevision()));
    return versions;
  }
}
