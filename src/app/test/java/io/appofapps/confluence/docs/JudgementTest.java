package io.appofapps.confluence.docs;

import static io.appofapps.confluence.docs.Storage.application;
import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");
  private static final ApplicationKey PAY = new ApplicationKey("prod", "argocd", "pay");
  private static final ApplicationKey SHOP = new ApplicationKey("prod", "argocd", "shop");
  private static final Judgement.Reviews NONE = (page, application) -> Optional.empty();

  @Test
  void aDifferenceKeepsItsDateWhateverTheSidesSayByThen() {
    Judgement first = judge(List.of(page("a")), List.of(pay("b")), Judgement.NOTHING, FIRST);
    Judgement later = judge(List.of(page("c")), List.of(pay("d")), first, LATER);
    assertThat(later.byPage().get(1L)).extracting(DatedFinding::since).containsExactly(FIRST);
    assertThat(later.byPage().get(1L).get(0).finding().pageSays()).isEqualTo("c");
    Judgement mended = judge(List.of(page("d")), List.of(pay("d")), later, LATER);
    assertThat(mended.byPage()).isEmpty();
    Judgement again = judge(List.of(page("a")), List.of(pay("d")), mended, LATER);
    assertThat(again.byPage().get(1L).get(0).since()).isEqualTo(LATER);
  }

  @Test
  void theApplicationOfAPageThatIsGoneMakesItAnOrphan() {
    Judgement judgement = judge(List.of(page("a")), List.of(), Judgement.NOTHING, FIRST);
    assertThat(kinds(judgement)).containsExactly(FindingKind.ORPHAN_PAGE);
  }

  @Test
  void nobodyIsGoneWhileAClusterIsNotKnown() {
    assertThat(kinds(incomplete(List.of(page("a")), Judgement.NOTHING))).isEmpty();
    Judgement orphan = judge(List.of(page("a")), List.of(), Judgement.NOTHING, FIRST);
    Judgement after = incomplete(List.of(page("a")), orphan);
    assertThat(after.byPage().get(1L)).extracting(DatedFinding::since).containsExactly(FIRST);
  }

  @Test
  void anApplicationWithoutAPageIsUndocumentedUnlessItsSetIsOff() {
    Subject shop = subject(SHOP, "", "1");
    Judgement judgement = judge(List.of(), List.of(shop), Judgement.NOTHING, FIRST);
    assertThat(judgement.undocumented()).containsOnlyKeys(SHOP);
    DocumentationRules off =
        rules(DocumentationMode.REPORT, List.of(new SetMode("platform", DocumentationMode.OFF)));
    assertThat(
            Judgement.of(List.of(), List.of(shop), off, NONE, true, Judgement.NOTHING, FIRST)
                .undocumented())
        .isEmpty();
  }

  @Test
  void aSecondPageIsNamedAndNotCompared() {
    KnownPage copy = Storage.page(2, "Copy", application("pay") + details(row("Owner", "x")));
    Judgement judgement =
        judge(List.of(copy, page("b")), List.of(pay("b")), Judgement.NOTHING, FIRST);
    assertThat(judgement.byPage()).containsOnlyKeys(2L);
    assertThat(kinds(judgement)).containsExactly(FindingKind.ALSO_BOUND);
  }

  @Test
  void whereApplicationsDisagreeNothingCanBeMended() {
    KnownPage both =
        Storage.page(
            1, "Both", application("pay") + application("shop") + details(row("Owner", "a")));
    assertThat(findings(both, pay("b"), subject(SHOP, "B", "1")))
        .extracting(Finding::mendable)
        .containsExactly(true, true);
    assertThat(findings(both, pay("b"), subject(SHOP, "c", "1")))
        .extracting(Finding::mendable)
        .containsExactly(false, false);
    assertThat(findings(both, pay("b"), subject(SHOP, "", "1")))
        .filteredOn(each -> each.kind() == FindingKind.DIFFERS)
        .extracting(Finding::mendable)
        .containsExactly(true);
  }

  @Test
  void aNewVersionOutdatesAPageThatSomebodyReviewed() {
    Judgement.Reviews reviews =
        (page, application) -> application.equals(PAY) ? Optional.of("1") : Optional.empty();
    Judgement judgement =
        Judgement.of(
            List.of(page("b")),
            List.of(subject(PAY, "b", "2")),
            rules(DocumentationMode.REPORT, List.of()),
            reviews,
            true,
            Judgement.NOTHING,
            FIRST);
    assertThat(kinds(judgement)).containsExactly(FindingKind.OUTDATED);
  }

  @Test
  void anUnreadablePageSaysSo() {
    Judgement judgement =
        judge(List.of(Storage.page(1, "Broken", "<p>")), List.of(), Judgement.NOTHING, FIRST);
    assertThat(kinds(judgement)).containsExactly(FindingKind.UNREADABLE);
  }

  private static List<FindingKind> kinds(Judgement judgement) {
    return judgement.byPage().values().stream()
        .flatMap(List::stream)
        .map(each -> each.finding().kind())
        .toList();
  }

  private static List<Finding> findings(KnownPage page, Subject... subjects) {
    return judge(List.of(page), List.of(subjects), Judgement.NOTHING, FIRST)
        .byPage()
        .getOrDefault(page.id(), List.of())
        .stream()
        .map(DatedFinding::finding)
        .toList();
  }

  private static Judgement judge(
      List<KnownPage> pages, List<Subject> subjects, Judgement before, Instant now) {
    return Judgement.of(
        pages, subjects, rules(DocumentationMode.REPORT, List.of()), NONE, true, before, now);
  }

  private static Judgement incomplete(List<KnownPage> pages, Judgement before) {
    return Judgement.of(
        pages, List.of(), rules(DocumentationMode.REPORT, List.of()), NONE, false, before, LATER);
  }

  private static DocumentationRules rules(DocumentationMode mode, List<SetMode> modes) {
    return new DocumentationRules(
        true,
        "0 0 1 * * ?",
        List.of(),
        List.of(),
        List.of(FieldRule.of("owner", "Owner")),
        mode,
        modes,
        "",
        "");
  }

  private static KnownPage page(String owner) {
    return Storage.page(1, "Pay", application("pay") + details(row("Owner", owner)));
  }

  private static Subject pay(String owner) {
    return subject(PAY, owner, "1");
  }

  private static Subject subject(ApplicationKey key, String owner, String version) {
    return new Subject(key, "", Set.of("platform"), "", Map.of("owner", owner), version);
  }
}
