package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is wrong with documentation.
 *
 * @param byPage findings by page; pages without any are not there
 * @param names of the pages that have findings
 * @param undocumented Applications that no page stands for
 * @param pages the leading page of each Application that has one
 * @param bindings the bindings it rests on
 */
public record Judgement(
    Map<Long, List<DatedFinding>> byPage,
    Map<Long, PageName> names,
    Map<ApplicationKey, DatedFinding> undocumented,
    Map<ApplicationKey, BoundPage> pages,
    Bindings bindings) {

  /** Findings by Application, those of pages and the lack of one. */
  public Map<ApplicationKey, List<DatedFinding>> byApplication() {
    Map<ApplicationKey, List<DatedFinding>> found = new HashMap<>();
    byPage.values().stream()
        .flatMap(List::stream)
        .forEach(
            each ->
                each.finding()
                    .application()
                    .ifPresent(
                        key -> found.computeIfAbsent(key, ignored -> new ArrayList<>()).add(each)));
    undocumented.forEach((key, each) -> found.put(key, List.of(each)));
    return found;
  }

  /** What was known before, with nothing in it. */
  public static final Judgement NOTHING =
      new Judgement(
          Map.of(), Map.of(), Map.of(), Map.of(), Bindings.of(List.of(), List.of(), List.of()));

  /**
   * Versions that people have reviewed, by page and Application.
   *
   * <p>A page and an Application that are not there were never looked at, which is no finding.
   */
  public interface Reviews {
    /** The version that counts as reviewed. */
    Optional<String> version(long page, ApplicationKey application);
  }

  /**
   * What is wrong at a moment.
   *
   * @param complete whether all clusters are known; while they are not, nobody can say that an
   *     Application is gone, and what was said before stays
   */
  public static Judgement of(
      Collection<KnownPage> pages,
      Collection<Subject> subjects,
      DocumentationRules rules,
      Reviews reviews,
      boolean complete,
      Judgement before,
      Instant now) {
    Bindings bindings = Bindings.of(pages, subjects, rules.bindings());
    Map<ApplicationKey, Subject> byKey = new HashMap<>();
    subjects.forEach(subject -> byKey.put(subject.key(), subject));
    PageJudge judge = new PageJudge(bindings, byKey, rules, reviews);
    Map<Long, List<Bindings.Unbound>> unbound = new HashMap<>();
    for (Bindings.Unbound each : bindings.unbound()) {
      unbound.computeIfAbsent(each.page(), ignored -> new ArrayList<>()).add(each);
    }
    Map<Long, List<DatedFinding>> byPage = new TreeMap<>();
    Map<Long, PageName> names = new HashMap<>();
    for (KnownPage page : pages) {
      List<DatedFinding> old = before.byPage().getOrDefault(page.id(), List.of());
      List<Finding> found = judge.findings(page);
      if (complete) {
        unbound.getOrDefault(page.id(), List.of()).forEach(each -> found.add(unbound(each)));
      } else {
        old.stream().map(DatedFinding::finding).filter(Judgement::isOfGone).forEach(found::add);
      }
      if (!found.isEmpty()) {
        byPage.put(page.id(), DatedFinding.dated(found, old, now));
        names.put(page.id(), new PageName(page.space(), page.title()));
      }
    }
    return new Judgement(
        byPage,
        names,
        undocumented(subjects, rules, bindings, before, now),
        leading(pages, bindings),
        bindings);
  }

  private static Map<ApplicationKey, BoundPage> leading(
      Collection<KnownPage> pages, Bindings bindings) {
    Map<ApplicationKey, BoundPage> leading = new HashMap<>();
    for (KnownPage page : pages) {
      List<Binding> led = bindings.ofPage(page.id()).stream().filter(Binding::leading).toList();
      if (!led.isEmpty()) {
        BoundPage bound = BoundPage.of(page);
        led.forEach(each -> leading.put(each.application(), bound));
      }
    }
    return leading;
  }

  private static boolean isOfGone(Finding finding) {
    return finding.kind() == FindingKind.ORPHAN_PAGE || finding.kind() == FindingKind.AMBIGUOUS;
  }

  private static Finding unbound(Bindings.Unbound unbound) {
    return new Finding(
        unbound.candidates() == 0 ? FindingKind.ORPHAN_PAGE : FindingKind.AMBIGUOUS,
        Optional.of(unbound.page()),
        Optional.empty(),
        "",
        unbound.mention().application(),
        "",
        false);
  }

  private static Map<ApplicationKey, DatedFinding> undocumented(
      Collection<Subject> subjects,
      DocumentationRules rules,
      Bindings bindings,
      Judgement before,
      Instant now) {
    Map<ApplicationKey, DatedFinding> undocumented = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      if (rules.mode(subject.sets()) != DocumentationMode.OFF
          && bindings.of(subject.key()).isEmpty()) {
        Finding finding =
            new Finding(
                FindingKind.UNDOCUMENTED,
                Optional.empty(),
                Optional.of(subject.key()),
                "",
                "",
                subject.page(),
                false);
        DatedFinding old = before.undocumented().get(subject.key());
        undocumented.put(subject.key(), new DatedFinding(finding, old == null ? now : old.since()));
      }
    }
    return undocumented;
  }
}
