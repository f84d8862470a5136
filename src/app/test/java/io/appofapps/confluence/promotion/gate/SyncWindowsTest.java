package io.appofapps.confluence.promotion.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.SyncWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sync windows as Argo CD reads them: by table, and against a second, naive implementation. */
class SyncWindowsTest {

  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final String ACTIVE = "0 11 * * *";
  private static final String INACTIVE = "0 20 * * *";

  private static final Application APP =
      Apps.app("checkout-prod").destination("", "prod-1", "shop").build();

  private static SyncWindow window(String kind, String schedule, boolean manualSync) {
    return window(kind, schedule, "2h", "", manualSync);
  }

  private static SyncWindow window(
      String kind, String schedule, String duration, String timeZone, boolean manualSync) {
    return new SyncWindow(
        kind,
        schedule,
        duration,
        timeZone,
        List.of("*"),
        List.of(),
        List.of(),
        manualSync,
        false,
        "");
  }

  private static SyncWindow selecting(
      List<String> applications,
      List<String> namespaces,
      List<String> clusters,
      boolean andOperator) {
    return new SyncWindow(
        "deny", ACTIVE, "2h", "", applications, namespaces, clusters, false, andOperator, "");
  }

  private static boolean open(boolean manual, Instant at, SyncWindow... windows) {
    return new SyncWindows(List.of(windows), APP, manual).at(at).open();
  }

  /** Kinds: d and a, large when active; + lets people pass. Columns: automatic, manual. */
  @ParameterizedTest
  @CsvSource({
    "'', true, true",
    "d, true, true",
    "D, false, false",
    "D+, false, true",
    "D+ D, false, false",
    "A, true, true",
    "A D, false, false",
    "A D+, false, true",
    "a, false, false",
    "a+, false, true",
    "a+ a, false, false",
    "a A, true, true",
    "A d, true, true",
    "a+ d, false, true",
    "a D+, false, true",
    "x, true, true"
  })
  void theWindowsTogetherDecideAsTheTableOfArgoCdSays(
      String windows, boolean automatic, boolean manual) {
    List<SyncWindow> all = new ArrayList<>();
    for (String each : windows.isEmpty() ? new String[0] : windows.split(" ")) {
      String kind =
          switch (Character.toLowerCase(each.charAt(0))) {
            case 'd' -> "deny";
            case 'a' -> "allow";
            default -> "other";
          };
      boolean active = Character.isUpperCase(each.charAt(0));
      all.add(window(kind, active ? ACTIVE : INACTIVE, each.endsWith("+")));
    }
    SyncWindow[] array = all.toArray(new SyncWindow[0]);
    assertThat(open(false, NOON, array)).isEqualTo(automatic);
    assertThat(open(true, NOON, array)).isEqualTo(manual);
  }

  @ParameterizedTest
  @CsvSource({
    "11:00:00Z, true",
    "11:00:00.001Z, false",
    "12:59:59.999Z, false",
    "13:00:00Z, true",
  })
  void neitherTheBeginningNorTheEndIsPartOfAWindow(String time, boolean open) {
    Instant at = Instant.parse("2026-06-10T" + time);
    assertThat(open(false, at, window("deny", ACTIVE, false))).isEqualTo(open);
  }

  @Test
  void aScheduleThatNoDayFulfilsIsAlwaysActive() {
    assertThat(open(false, NOON, window("deny", "0 0 30 2 *", false))).isFalse();
    assertThat(open(false, NOON, window("allow", "0 0 30 2 *", false))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-06-10T09:00:00.001Z",
    "Europe/Berlin, 2026-12-10T10:00:00.001Z",
    "Asia/Kathmandu, 2026-06-10T05:15:00.001Z",
    "EST, 2026-06-10T16:00:00.001Z",
    "Nowhere/Land, 2026-06-10T11:00:00.001Z",
    "+02:00, 2026-06-10T11:00:00.001Z",
    "'', 2026-06-10T11:00:00.001Z"
  })
  void aWindowBeginsByTheClockOfItsZoneOrOfUtc(String zone, Instant begun) {
    SyncWindow window = window("deny", ACTIVE, "2h", zone, false);
    assertThat(open(false, begun, window)).isFalse();
    assertThat(open(false, begun.minusMillis(1), window)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'0 11 * * 7', 2h",
    "@daily, 2h",
    "'0 11 * *', 2h",
    "'0 0 11 * * *', 2h",
    "'60 11 * * *', 2h",
    "'0 11 0 * *', 2h",
    "'0 11-9 * * *', 2h",
    "'*/0 11 * * *', 2h",
    "'0 1-2-3 * * *', 2h",
    "'0 -1 * * *', 2h",
    "'0 11 * * MONDAY', 2h",
    "'TZ=Europe/Berlin 0 11 * * *', 2h",
    "'0 11 * * *', 2",
    "'0 11 * * *', 1d",
    "'0 11 * * *', ''",
    "'0 11 * * *', 2562048h",
    "'0 11 * * *', '2h '"
  })
  void whatCannotBeReadClosesForPeopleToo(String schedule, String duration) {
    SyncWindow window = window("allow", schedule, duration, "", true);
    assertThat(open(true, NOON, window, window("allow", ACTIVE, false))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2h", "+2h", "119.5m", "1h30m", "7200s", "1h59m59.5s0ms", "90m0.5h", ".9h61m"})
  void durationsAreReadAsGoDoes(String duration) {
    assertThat(open(false, NOON, window("deny", ACTIVE, duration, "", false))).isFalse();
  }

  @Test
  void emptyPlacesInAListAreNothingAndAStarWithAnEndIsAStar() {
    Optional<CronSchedule> schedule = CronSchedule.parse("0,,30 *-3 ? JAN-dec,  sun-6/2");
    assertThat(schedule.orElseThrow().next(LocalDateTime.parse("2026-06-10T12:00:00")))
        .contains(LocalDateTime.parse("2026-06-11T00:00"));
  }

  @Test
  void aWindowConcernsWhatAnyOfItsListsNamesOrAllOfThemWhereItSaysSo() {
    List<String> none = List.of();
    assertThat(open(false, NOON, selecting(none, none, none, false))).isTrue();
    assertThat(open(false, NOON, selecting(none, none, none, true))).isTrue();
    assertThat(open(false, NOON, selecting(List.of("x", "*-prod"), none, none, false))).isFalse();
    assertThat(open(false, NOON, selecting(List.of("*-test"), none, none, false))).isTrue();
    assertThat(open(false, NOON, selecting(none, List.of("sho?"), none, false))).isFalse();
    assertThat(open(false, NOON, selecting(none, List.of("argocd"), none, false))).isTrue();
    assertThat(open(false, NOON, selecting(none, none, List.of("{dev,prod}-1"), false))).isFalse();
    assertThat(open(false, NOON, selecting(List.of("x"), List.of("shop"), none, false))).isFalse();
    assertThat(open(false, NOON, selecting(List.of("x"), List.of("shop"), none, true))).isTrue();
    assertThat(open(false, NOON, selecting(List.of("*"), none, List.of("prod-?"), true))).isFalse();
    assertThat(open(false, NOON, selecting(List.of("[a"), none, none, false))).isTrue();
  }

  @Test
  void aPatternThatWouldTakeForeverClosesInsteadOfMatching() {
    String slow = "*a".repeat(400) + "!";
    Application long253 = Apps.app("a".repeat(253)).build();
    SyncWindows windows =
        new SyncWindows(
            List.of(selecting(List.of(slow), List.of(), List.of(), false)), long253, false);
    assertThat(windows.at(NOON).why()).isEqualTo(SyncWindows.Why.UNREADABLE);
  }

  @Provide
  static Arbitrary<List<SyncWindow>> windows() {
    Arbitrary<String> schedule =
        Combinators.combine(
                Arbitraries.of("0", "30", "*/20", "5-50/15", "0,45", "7/25", "*"),
                Arbitraries.of("*", "*", "0", "23", "9-17", "*/6", "1,2,3", "20/2"),
                Arbitraries.of("*", "*", "1", "*/2", "10-20", "28", "*,5"),
                Arbitraries.of("*", "*", "*", "3,10", "JAN-jun"),
                Arbitraries.of("*", "*", "0", "MON-FRI", "6", "*/3"))
            .as(
                (minute, hour, day, month, week) ->
                    String.join(" ", minute, hour, day, month, week));
    return Combinators.combine(
            Arbitraries.of("allow", "deny"),
            schedule,
            Arbitraries.of("1m", "10m", "1h", "1h30m", "8h", "26h"),
            Arbitraries.of(
                "", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Nowhere/Land"),
            Arbitraries.of(true, false))
        .as(SyncWindowsTest::window)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Days of which some have a change of clocks in some zone. */
  @Provide
  static Arbitrary<Instant> moments() {
    Arbitrary<String> day =
        Arbitraries.of(
            "2026-01-01",
            "2026-02-28",
            "2026-03-08",
            "2026-03-29",
            "2026-06-10",
            "2026-10-25",
            "2026-11-01",
            "2026-12-31",
            "2028-02-29");
    return Combinators.combine(day, Arbitraries.integers().between(0, 86_399))
        .as((date, second) -> Instant.parse(date + "T00:00:00Z").plusSeconds(second));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void everyMomentIsJudgedLikeByGoingThroughEveryMinute(
      @ForAll("windows") List<SyncWindow> windows,
      @ForAll("moments") Instant at,
      @ForAll boolean manual) {
    assertThat(new SyncWindows(windows, APP, manual).at(at).open())
        .isEqualTo(new NaiveWindows(windows).canSync(manual, at));
  }

  /** Openings last a minute at least and begin at whole minutes. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void theNextOpeningIsTheFirstMinuteThatIsOpen(
      @ForAll("windows") List<SyncWindow> windows, @ForAll("moments") Instant at) {
    SyncWindow[] array = windows.toArray(new SyncWindow[0]);
    Gate gate = SyncWindowGate.judge(new Situations().windows(array).build(), at);
    NaiveWindows naive = new NaiveWindows(windows);
    if (gate.open()) {
      assertThat(naive.canSync(false, at)).isTrue();
      return;
    }
    Instant end = at.plus(Duration.ofHours(8));
    Optional<Instant> expected = Optional.empty();
    Instant from = Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
    for (Instant minute = from;
        minute.isBefore(end) && expected.isEmpty();
        minute = minute.plusSeconds(60)) {
      if (!minute.isBefore(at) && naive.canSync(false, minute.plusMillis(1))) {
        expected = Optional.of(minute);
      }
    }
    assertThat(gate.nextOpening().filter(next -> next.isBefore(end))).isEqualTo(expected);
  }

  @Test
  void aSyncWindowOnTheParentClosesTooWithoutNamingTheParent() {
    Situations given =
        new Situations()
            .parent(Apps.app("hidden-root").project("platform"))
            .alsoProject(Situations.project("platform", List.of(window("deny", ACTIVE, false))));
    Gate gate = given.gate("sync-window");
    assertThat(gate.open()).isFalse();
    assertThat(gate.arguments()).containsExactly("checkout-prod");
    assertThat(gate.nextOpening()).contains(Instant.parse("2026-06-10T13:00:00Z"));
  }

  /** Nobody starts a sync by hand where Argo CD does it by itself. */
  @Test
  void aWindowThatLetsPeoplePassOpensForATargetThatPeopleSync() {
    SyncWindow passable = window("deny", ACTIVE, true);
    assertThat(new Situations().windows(passable).gate("sync-window").open()).isFalse();
    assertThat(
            new Situations()
                .target(Apps.app("checkout-prod").automated(false))
                .windows(passable)
                .gate("sync-window")
                .open())
        .isTrue();
  }
}
