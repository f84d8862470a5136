package io.appofapps.confluence.drift;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.IgnoredDifference;
import io.appofapps.confluence.application.SetCondition;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.view.TestTexts;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private DriftRules rules = DriftRules.DEFAULT;
  private Instant now = NOON;
  private final List<ApplicationSet> sets = new ArrayList<>();
  private final Map<ApplicationKey, Instant> compared = new HashMap<>();
  private Optional<Instant> seen = Optional.empty();

  // --- in sync ---------------------------------------------------------------------------------

  @Test
  void anApplicationThatIsInOrderHasNoFindings() {
    assertThat(find(app("web"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, 4, none",
    "true, 5, warning",
    "true, 29, warning",
    "true, 30, error",
    "false, 0, warning",
    "false, 1439, warning",
    "false, 1440, error"
  })
  void outOfSyncCountsAfterItsGraceAndIsWorseTheLongerItLasts(
      boolean automated, int minutes, String severity) {
    List<Finding> found =
        find(outOfSync("web", Since.exactly(before(minutes))).automated(automated));

    assertThat(severities(found))
        .isEqualTo(severity.equals("none") ? List.of() : List.of(severity));
    found.forEach(
        each -> {
          assertThat(each.kind()).isEqualTo(FindingKind.OUT_OF_SYNC);
          assertThat(each.since()).contains(Since.exactly(before(minutes)));
          assertThat(each.headline()).isEqualTo(Sentence.of("out-of-sync", "web"));
        });
  }

  @Test
  void outOfSyncOfUnknownAgeCountsAtOnce() {
    assertThat(severities(find(app("web").sync(SyncStatus.OUT_OF_SYNC))))
        .containsExactly("warning");
  }

  @Test
  void theResourcesAreNamedTheRestCountedAndWhatIsHiddenIsSaid() {
    Details details =
        with(
            IntStream.range(0, 5).mapToObj(i -> resource("Deployment", "api" + i)).toList(),
            7,
            List.of(
                new IgnoredDifference(
                    "apps", "Deployment", "", "", List.of("/spec/replicas"), List.of("hpa"), 3)));

    Finding finding =
        only(find(app("web").sync(SyncStatus.OUT_OF_SYNC).automated(false).details(details)));

    assertThat(finding.evidence())
        .containsExactly(
            Sentence.of("say.resource", "Deployment", "shop/api0"),
            Sentence.of("say.resource", "Deployment", "shop/api1"),
            Sentence.of("say.resource", "Deployment", "shop/api2"),
            Sentence.of("say.more-resources", 9),
            Sentence.of("say.hidden", 3),
            Sentence.of("say.manual"));
  }

  @Test
  void hiddenDifferencesOfAnApplicationInSyncAreWorthKnowing() {
    Details details =
        with(
            List.of(),
            0,
            List.of(
                new IgnoredDifference(
                    "apps", "Deployment", "", "api", List.of("/spec/replicas"), List.of(), 1)));

    Finding finding = only(find(app("web").details(details)));

    assertThat(finding.kind()).isEqualTo(FindingKind.HIDDEN_DIFFERENCES);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.evidence())
        .containsExactly(Sentence.of("say.ignored", "Deployment api", "/spec/replicas", 0));
  }

  @Test
  void anUnknownSyncStatusIsAnErrorUnlessAConditionSaysWhy() {
    assertThat(find(app("web").sync(SyncStatus.UNKNOWN)))
        .extracting(Finding::kind, Finding::severity)
        .containsExactly(tuple(FindingKind.SYNC_UNKNOWN, Severity.ERROR));
    assertThat(find(app("web").sync(SyncStatus.UNKNOWN).condition("ComparisonError", "no repo")))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.ERROR);
  }

  // --- children --------------------------------------------------------------------------------

  @Test
  void aChildThatDiffersFromGitIsTheCulpritAndNotItsParent() {
    Apps parent =
        outOfSync("root", Since.exactly(before(10)))
            .lists(reference("web", SyncStatus.OUT_OF_SYNC, false))
            .resources(3, 1, 0);

    Finding finding = only(find(parent, app("web").trackedBy("root")));

    assertThat(finding.kind()).isEqualTo(FindingKind.CHILD_SPEC);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.node().key()).isEqualTo(Apps.key("web"));
    assertThat(finding.since()).contains(Since.exactly(before(10)));
    assertThat(finding.evidence()).containsExactly(Sentence.of("say.parent", "root"));
  }

  @Test
  void aParentWithResourcesOfItsOwnOutOfSyncHasItsOwnFinding() {
    Apps parent =
        outOfSync("root", Since.exactly(before(10)))
            .automated(false)
            .lists(reference("web", SyncStatus.OUT_OF_SYNC, false))
            .resources(3, 2, 0);

    List<Finding> found = find(parent, app("web").trackedBy("root"));

    assertThat(found)
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(FindingKind.CHILD_SPEC, FindingKind.OUT_OF_SYNC);
    assertThat(found.get(0).since()).isEmpty();
  }

  @Test
  void aDeclaredChildThatIsNotThereIsMissing() {
    Finding finding = only(find(app("root").lists("web")));

    assertThat(finding.kind()).isEqualTo(FindingKind.MISSING_CHILD);
    assertThat(finding.headline()).isEqualTo(Sentence.of("missing-child", "web"));
  }

  @Test
  void aChildGoneFromGitOrFromItsParentsListIsAnOrphan() {
    List<Finding> found =
        find(
            app("root").lists(reference("old", SyncStatus.OUT_OF_SYNC, true)),
            app("old").trackedBy("root"),
            app("stray").trackedBy("root"));

    assertThat(found)
        .allMatch(each -> each.kind() == FindingKind.ORPHAN_CHILD)
        .extracting(Finding::headline)
        .containsExactlyInAnyOrder(
            Sentence.of("orphan-child", "old"), Sentence.of("orphan-child.unlisted", "stray"));
  }

  // --- state -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "HEALTHY, 100, none",
    "SUSPENDED, 100, none",
    "PROGRESSING, 29, none",
    "PROGRESSING, 30, warning",
    "MISSING, 0, warning",
    "UNKNOWN, 0, warning",
    "DEGRADED, 0, error"
  })
  void badHealthIsAFindingAndProgressAfterTooLong(
      HealthStatus health, int minutes, String severity) {
    assertThat(severities(find(app("web").health(health).healthSince(before(minutes)))))
        .isEqualTo(severity.equals("none") ? List.of() : List.of(severity));
  }

  @Test
  void conditionsAreErrorsOrWarningsByTheirNamesAndBringTheirMessageInOneLine() {
    List<Finding> found =
        find(
            app("web")
                .condition("SyncError", "a\n  b")
                .condition("SharedResourceWarning", "x".repeat(1000))
                .condition("Curious", "nothing"));

    assertThat(found)
        .extracting(Finding::kind)
        .containsExactly(FindingKind.ERROR, FindingKind.WARNING);
    assertThat(found.get(0).evidence()).containsExactly(Sentence.of("say.message", "a b"));
    assertThat(found.get(1).evidence())
        .containsExactly(Sentence.of("say.message", "x".repeat(300) + "…"));
  }

  @ParameterizedTest
  @CsvSource({
    "Failed, true, error.sync",
    "Error, true, error.sync",
    "Running, true, error.retrying",
    "Running, false, ",
    "Succeeded, true, "
  })
  void aFailedOperationIsAFinding(String phase, boolean finished, String headline) {
    Details details =
        details(Optional.empty(), finished ? Optional.of(before(3)) : Optional.empty(), 2);

    List<Finding> found = find(app("web").operation(phase, "boom").details(details));

    assertThat(found)
        .extracting(each -> each.headline().key())
        .isEqualTo(headline == null ? List.of() : List.of("aoa.drift." + headline));
    found.forEach(
        each ->
            assertThat(each.evidence())
                .containsExactly(
                    Sentence.of("say.message", "boom"), Sentence.of("say.retries", 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "Failed, a, a, 0, hydration",
    "Hydrated, a, a, 60, ",
    "Hydrating, b, a, 4, ",
    "Hydrating, b, a, 5, hydration.behind"
  })
  void theHydratorMayFailOrFallBehind(
      String phase, String dry, String hydrated, int minutes, String headline) {
    Hydration hydration = new Hydration(phase, "", dry, hydrated, Optional.of(before(minutes)));

    assertThat(find(app("web").details(details(Optional.of(hydration), Optional.empty(), 0))))
        .extracting(each -> each.headline().key())
        .isEqualTo(headline == null ? List.of() : List.of("aoa.drift." + headline));
  }

  @Test
  void anApplicationSetThatCannotGenerateIsAnError() {
    sets.add(
        new ApplicationSet(
            Apps.key("set"),
            "u",
            HealthStatus.DEGRADED,
            "",
            "",
            Map.of(),
            Map.of(),
            List.of(
                new SetCondition("ErrorOccurred", true, "bad template", Optional.of(before(1))),
                new SetCondition("ResourcesUpToDate", false, "", Optional.of(before(1))),
                new SetCondition("ParametersGenerated", false, "", Optional.empty())),
            5,
            7));

    assertThat(find(app("root").listsSet("set")))
        .extracting(each -> each.headline().key())
        .containsExactly("aoa.drift.application-set", "aoa.drift.application-set.cut");
  }

  // --- siblings --------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "main, ",
    "feature-x, unmerged-target",
    "0123456789abcdef, unmerged-target.pinned",
    "v1.2.3, "
  })
  void aTargetThatSiblingsDoNotFollowIsNoticed(String target, String headline) {
    List<Finding> found =
        find(
            inEnvironment("a", "staging").source("a", "", "main"),
            inEnvironment("b", "staging").source("b", "", "main"),
            inEnvironment("c", "staging").source("c", "", target),
            inEnvironment("d", "dev").source("d", "", "other"));

    assertThat(found)
        .extracting(each -> each.headline().key())
        .isEqualTo(headline == null ? List.of() : List.of("aoa.drift." + headline));
  }

  @ParameterizedTest
  @CsvSource({
    "prod, '', HEAD, true",
    "prod, '', '', true",
    "prod-eu, '', main, true",
    "staging, '', main, false",
    "prod, '', v1.2.3, false",
    "prod, redis, 1.2.3, false",
    "prod, redis, 1.x, true",
    "prod, redis, ^1.2.0, true",
    "prod, redis, '>=1.0.0 <2.0.0', true",
    "prod, redis, 1.2.*, true",
    "prod, redis, '', true",
    "prod, redis, 1.2.3-rc.1, false"
  })
  void productionThatFollowsSomethingMovingIsNoticed(
      String environment, String chart, String target, boolean expected) {
    List<Finding> found = find(inEnvironment("a", environment).source("a", chart, target));

    assertThat(found.stream().anyMatch(each -> each.kind() == FindingKind.FLOATING_TARGET))
        .isEqualTo(expected);
  }

  @Test
  void automationOffIsNoticedWhereItIsUsual() {
    List<Finding> found =
        find(
            app("root").lists("a", "b", "c"),
            app("a").trackedBy("root"),
            app("b").trackedBy("root"),
            app("c").trackedBy("root").automated(false));

    assertThat(only(found).headline()).isEqualTo(Sentence.of("auto-sync-off", "c"));
    assertThat(find(app("root").lists("a"), app("a").trackedBy("root").automated(false))).isEmpty();
    assertThat(
            only(find(app("a").annotation("argocd.argoproj.io/skip-reconcile", "true"))).headline())
        .isEqualTo(Sentence.of("auto-sync-off.skipped", "a"));
  }

  @Test
  void twoTagsOfOneImageAreARolloutInProgress() {
    Finding finding =
        only(find(app("a").images("r.io/x/api:1", "mirror:5000/x/api:2", "r.io/x/db:1")));

    assertThat(finding.evidence()).containsExactly(Sentence.of("say.image", "x/api", "1, 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.1.0, version-lag",
    "v1.10.0, v1.9.0, version-lag",
    "1.1.0, 1.2.0, version-lag.ahead",
    "1.2.0, 1.2.0, ",
    "latest, 1.2.0, ",
    "1.2.0-rc.1, 1.2.0, version-lag.ahead"
  })
  void theLaterEnvironmentIsComparedWithTheOneBefore(String staging, String prod, String headline) {
    List<Finding> found =
        find(
            inEnvironment("web-staging", "staging").images("x/web:" + staging, "x/side:latest"),
            inEnvironment("web-prod", "prod").images("x/web:" + prod, "x/side:3"));

    assertThat(found)
        .extracting(each -> each.headline().key())
        .isEqualTo(headline == null ? List.of() : List.of("aoa.drift." + headline));
  }

  // --- stale -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"14, false", "15, true"})
  void anOldComparisonMakesTheStatusDoubtful(int minutes, boolean expected) {
    compared.put(Apps.key("a"), before(minutes));

    assertThat(find(app("a")).size()).isEqualTo(expected ? 1 : 0);
  }

  @Test
  void aClusterThatIsNotSeenMakesNoComparisonOld() {
    compared.put(Apps.key("a"), before(600));
    seen = Optional.of(before(595));

    assertThat(find(app("a"))).isEmpty();
  }

  @Test
  void ageProvesNothingWhereArgoCdDoesNotPoll() {
    rules =
        new DriftRules(
            Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, Set.of());
    compared.put(Apps.key("a"), before(600));

    assertThat(find(app("a"))).isEmpty();
    assertThat(only(find(app("a").annotation("argocd.argoproj.io/refresh", "hard"))).evidence())
        .containsExactly(Sentence.of("say.refresh-pending"));
  }

  // --- rules -----------------------------------------------------------------------------------

  @Test
  void kindsThatAreOffAreNotFound() {
    rules =
        new DriftRules(
            rules.grace(),
            rules.slow(),
            rules.stale(),
            rules.limit(),
            Set.of(FindingKind.HEALTH, FindingKind.STALE_STATUS));
    compared.put(Apps.key("a"), before(600));

    assertThat(find(app("a").health(HealthStatus.DEGRADED))).isEmpty();
  }

  @Test
  void theMostSevereComeFirstAndTheOldestOfThem() {
    List<Finding> found =
        find(
            app("x").health(HealthStatus.MISSING),
            app("a").health(HealthStatus.DEGRADED).healthSince(before(1)),
            app("b").health(HealthStatus.DEGRADED).healthSince(before(2)));

    assertThat(found).extracting(each -> each.node().key().name()).containsExactly("b", "a", "x");
  }

  // --- helpers ---------------------------------------------------------------------------------

  private static Instant before(int minutes) {
    return NOON.minus(Duration.ofMinutes(minutes));
  }

  private static Apps outOfSync(String name, Since since) {
    return app(name)
        .sync(SyncStatus.OUT_OF_SYNC)
        .details(Details.NONE.withSyncSince(Optional.of(since)));
  }

  private static Apps inEnvironment(String name, String environment) {
    return app(name).label("environment", environment).label("app.kubernetes.io/name", "web");
  }

  private static ChildReference reference(String name, SyncStatus sync, boolean prune) {
    return new ChildReference(ChildReference.Kind.APPLICATION, "argocd", name, sync, prune);
  }

  private static AffectedResource resource(String kind, String name) {
    return new AffectedResource("apps", kind, "shop", name, true, false, Optional.empty());
  }

  private static Details with(
      List<AffectedResource> affected, int more, List<IgnoredDifference> ignored) {
    return new Details(
        false,
        false,
        false,
        affected,
        more,
        ignored,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        List.of());
  }

  private static Details details(
      Optional<Hydration> hydration, Optional<Instant> finished, int retries) {
    return new Details(
        false,
        false,
        false,
        List.of(),
        0,
        List.of(),
        0,
        hydration,
        Optional.empty(),
        Optional.empty(),
        finished,
        retries,
        Optional.empty(),
        List.of());
  }

  private List<Finding> find(Apps... apps) {
    Forest forest = Forest.of(Stream.of(apps).map(Apps::build).toList(), sets);
    List<Finding> found =
        Drift.of(
                forest,
                forest.roots(),
                Landscape.of(forest),
                List.of("dev", "test", "staging", "prod"),
                rules)
            .at(
                now,
                new Comparisons() {
                  @Override
                  public Optional<Instant> comparedAt(ApplicationKey key) {
                    return Optional.ofNullable(compared.get(key));
                  }

                  @Override
                  public Optional<Instant> seenAt(String connection) {
                    return seen.or(() -> Optional.of(now));
                  }
                });
    found.forEach(DriftTest::assertThatItCanBeSaid);
    return found;
  }

  private static void assertThatItCanBeSaid(Finding finding) {
    Stream.concat(Stream.of(finding.headline()), finding.evidence().stream())
        .forEach(
            sentence ->
                assertThat(
                        new TestTexts()
                            .get(sentence.key(), sentence.values().toArray(Serializable[]::new)))
                    .doesNotContain("{"));
  }

  private static List<String> severities(List<Finding> found) {
    return found.stream().map(each -> each.severity().word()).toList();
  }

  private static Finding only(List<Finding> found) {
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
