package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one page after the other against its Applications. */
final class PageJudge {

  private final Bindings bindings;
  private final Map<ApplicationKey, Subject> subjects;
  private final DocumentationRules rules;
  private final Judgement.Reviews reviews;
  private final Comparison comparison;

  PageJudge(
      Bindings bindings,
      Map<ApplicationKey, Subject> subjects,
      DocumentationRules rules,
      Judgement.Reviews reviews) {
    this.bindings = bindings;
    this.subjects = subjects;
    this.rules = rules;
    this.reviews = reviews;
    this.comparison = new Comparison(rules.fields());
  }

  /** What is wrong with the page, a mutable list. */
  List<Finding> findings(KnownPage page) {
    List<Finding> found = new ArrayList<>();
    page.facts().problem().ifPresent(problem -> found.add(unreadable(page, problem)));
    Map<String, Set<String>> said = new HashMap<>();
    for (Binding binding : bindings.ofPage(page.id())) {
      Subject subject = subjects.get(binding.application());
      if (rules.mode(subject.sets()) == DocumentationMode.OFF) {
        continue;
      }
      if (binding.leading()) {
        fields(page, subject, found);
        subject.metadata().forEach((key, value) -> said(said, key, value));
      } else {
        found.add(of(FindingKind.ALSO_BOUND, page, subject.key(), "", ""));
      }
      outdated(page, subject).ifPresent(found::add);
    }
    found.replaceAll(finding -> withOneVoice(finding, said));
    return found;
  }

  private static void said(Map<String, Set<String>> said, String key, String value) {
    Set<String> compared = Normal.compared(Normal.items(value));
    if (!compared.isEmpty()) {
      said.computeIfAbsent(key, ignored -> new HashSet<>())
          .add(String.join(",", compared.stream().sorted().toList()));
    }
  }

  /** Where Applications of a page say different things, no single one can be written. */
  private static Finding withOneVoice(Finding finding, Map<String, Set<String>> said) {
    boolean one = said.getOrDefault(finding.field(), Set.of()).size() <= 1;
    return one || !finding.mendable()
        ? finding
        : new Finding(
            finding.kind(),
            finding.page(),
            finding.application(),
            finding.field(),
            finding.pageSays(),
            finding.manifestSays(),
            false);
  }

  private void fields(KnownPage page, Subject subject, List<Finding> found) {
    for (FieldDifference each : comparison.differences(page, subject.metadata())) {
      found.add(
          new Finding(
              each.kind(),
              Optional.of(page.id()),
              Optional.of(subject.key()),
              each.field(),
              each.pageSays(),
              each.manifestSays(),
              each.isMendable()));
    }
  }

  private Optional<Finding> outdated(KnownPage page, Subject subject) {
    return reviews
        .version(page.id(), subject.key())
        .filter(reviewed -> !reviewed.equals(subject.version()))
        .map(
            reviewed -> of(FindingKind.OUTDATED, page, subject.key(), reviewed, subject.version()));
  }

  private static Finding unreadable(KnownPage page, String problem) {
    return new Finding(
        FindingKind.UNREADABLE, Optional.of(page.id()), Optional.empty(), "", problem, "", false);
  }

  private static Finding of(
      FindingKind kind, KnownPage page, ApplicationKey application, String says, String stated) {
    return new Finding(
        kind, Optional.of(page.id()), Optional.of(application), "", says, stated, false);
  }
}
