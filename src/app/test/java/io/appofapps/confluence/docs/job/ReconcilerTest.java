package io.appofapps.confluence.docs.job;

import static io.appofapps.confluence.docs.Storage.application;
import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.rows.Run;
import io.appofapps.kubernetes.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aRunFindsWhatPagesAndManifestsSay() {
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.application("shop", Map.of());
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-a")));
    desk.wiki.put(2, "OPS", "Old", application("gone"));
    desk.wiki.put(3, "OPS", "Broken", "<p>");
    desk.run();
    assertThat(kinds())
        .containsExactlyInAnyOrder(
            FindingKind.DIFFERS,
            FindingKind.ORPHAN_PAGE,
            FindingKind.UNREADABLE,
            FindingKind.UNDOCUMENTED);
    Run run = desk.here.runs().get(0);
    assertThat(run.phase()).isEqualTo(Run.Phase.DONE);
    assertThat(run.progress().pages()).isEqualTo(3);
    assertThat(run.progress().findings()).isEqualTo(4);
  }

  @Test
  void nothingIsSaidBeforeTheFirstRun() {
    desk.application("pay", Map.of());
    desk.here.tick();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void openPagesLookAgainWhenFindingsHaveChangedAndOnlyThen() {
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-a")));
    desk.here.tick();
    long before = desk.state.current().revision();
    desk.run();
    long found = desk.state.current().revision();
    assertThat(found).isGreaterThan(before);
    desk.run();
    desk.here.tick();
    assertThat(desk.state.current().revision()).isEqualTo(found);
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-b")));
    desk.run();
    assertThat(desk.state.current().revision()).isGreaterThan(found);
  }

  @Test
  void aNodeThatHasStoppedLeavesTheWorkToOthers() {
    desk.here.start();
    Await.until(Duration.ofSeconds(20), () -> "the lock to be taken", desk::locked);
    desk.here.stop();
    assertThat(desk.locked()).isFalse();
  }

  @Test
  void theSecondRunReadsOnlyWhatHasChanged() {
    for (int i = 1; i <= 120; i++) {
      desk.wiki.put(i, i % 2 == 0 ? "OPS" : "DEV", "Page " + i, application("a" + i));
    }
    desk.run();
    assertThat(desk.wiki.bodiesRead).hasSize(120);
    desk.wiki.bodiesRead.clear();
    desk.wiki.put(7, "DEV", "Page 7", "<p>x</p>");
    desk.run();
    assertThat(desk.wiki.bodiesRead).containsExactly(7L);
    desk.here.ask(true, "admin");
    desk.here.tick();
    assertThat(desk.wiki.bodiesRead).hasSize(121);
  }

  @Test
  void aRunThatIsKilledAtHalfGoesOnElsewhereWithTheSameFindings() {
    for (int i = 1; i <= 300; i++) {
      desk.application("a" + i, Map.of("appofapps.io/owner", "team-" + i % 7));
      desk.wiki.put(
          i,
          "S" + i % 3,
          "Page " + i,
          application("a" + i) + details(row("Owner", "team-" + i % 5)));
    }
    Reconciler dying = desk.node();
    int[] batches = {0};
    desk.wiki.beforeRead =
        () -> {
          if (++batches[0] == 4) {
            throw new CancellationException("killed");
          }
        };
    dying.ask(false, "");
    dying.tick();
    assertThat(desk.here.runs().get(0).phase()).isEqualTo(Run.Phase.RUNNING);
    int before = desk.wiki.bodiesRead.size();
    assertThat(before).isBetween(1, 299);

    desk.wiki.beforeRead = () -> {};
    desk.here.tick();
    assertThat(desk.here.runs()).hasSize(1);
    assertThat(desk.here.runs().get(0).phase()).isEqualTo(Run.Phase.DONE);
    assertThat(desk.here.runs().get(0).progress().resumed()).isEqualTo(1);
    assertThat(desk.wiki.bodiesRead).doesNotHaveDuplicates().hasSize(300);

    try (Desk other = new Desk()) {
      other.wiki.pages.putAll(desk.wiki.pages);
      desk.applications().forEach(other::put);
      other.run();
      assertThat(findings(desk)).isEqualTo(findings(other)).isNotEmpty();
    }
  }

  @Test
  void everyNodeKnowsWhatTheLeadingPagesSay() {
    desk.application("pay", Map.of());
    desk.application("shop", Map.of());
    desk.wiki.put(
        1, "OPS", "Pay", application("pay") + application("shop") + details(row("Tier", "gold")));
    desk.wiki.put(2, "OPS", "Copy of Pay", application("pay") + details(row("Tier", "silver")));
    desk.run();
    Reconciler other = desk.node();
    other.tick();
    assertThat(other.pages()).isEqualTo(desk.here.pages()).hasSize(2);
    assertThat(other.pages().values())
        .allMatch(page -> page.id() == 1 && page.says("tier", Optional.of("gold")));
    Object before = desk.here.pages();
    desk.here.touch(1);
    desk.here.tick();
    assertThat(desk.here.pages()).isSameAs(before);
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Tier", "bronze")));
    desk.here.touch(1);
    desk.here.tick();
    other.tick();
    assertThat(other.pages()).hasSize(1);
    assertThat(other.pages().values()).allMatch(page -> page.says("Tier", Optional.of("bronze")));
  }

  @Test
  void anEventIsEnoughForAPage() {
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.run();
    assertThat(kinds()).containsExactly(FindingKind.UNDOCUMENTED);
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-b")));
    desk.here.touch(1);
    desk.here.tick();
    assertThat(kinds()).isEmpty();
    desk.wiki.pages.remove(1L);
    desk.here.touch(1);
    desk.here.tick();
    assertThat(kinds()).containsExactly(FindingKind.UNDOCUMENTED);
  }

  @Test
  void pagesInTheTrashInArchivedSpacesAndInOtherSpacesAreForgotten() {
    desk.wiki.put(1, "OPS", "A", application("x"));
    desk.wiki.put(2, "OLD", "B", application("x"));
    desk.wiki.put(3, "DEV", "C", application("x"));
    desk.run();
    assertThat(kinds()).hasSize(3);
    desk.wiki.pages.remove(1L);
    desk.wiki.archived.add("OLD");
    desk.run();
    assertThat(kinds()).hasSize(1);
    desk.configure(rules(DocumentationMode.REPORT, "", List.of("NONE")));
    desk.run();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aMovedPageIsKnownInItsNewPlace() {
    desk.application("pay", Map.of("appofapps.io/page", "DEV:New"));
    desk.wiki.put(1, "OPS", "Old", "<p/>");
    desk.wiki.put(9, "DEV", "Other", "<p/>");
    desk.run();
    assertThat(kinds()).containsExactly(FindingKind.UNDOCUMENTED);
    desk.wiki.pages.put(1L, new FakeWiki.Page("DEV", "New", 1, List.of(), "<p/>"));
    desk.run();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void reportAndProposeChangeNoPage() {
    String page = application("pay") + details(row("Owner", "<p>team-a</p>"));
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.wiki.put(1, "OPS", "Pay", page);
    for (DocumentationMode mode : List.of(DocumentationMode.REPORT, DocumentationMode.PROPOSE)) {
      desk.configure(rules(mode, "mender", List.of()));
      desk.run();
      assertThat(desk.wiki.pages.get(1L).storage()).isEqualTo(page);
    }
  }

  @Test
  void mendTakesTheManifestOver() {
    desk.configure(rules(DocumentationMode.MEND, "mender", List.of()));
    desk.application("pay", Map.of("appofapps.io/owner", "team-b 😀"));
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "<p>team-a</p>")));
    desk.run();
    assertThat(desk.wiki.pages.get(1L).storage())
        .isEqualTo(application("pay") + details(row("Owner", "<p>team-b 😀</p>")));
    assertThat(kinds()).isEmpty();
    assertThat(desk.here.runs().get(0).progress().mended()).isEqualTo(1);
    int version = desk.wiki.pages.get(1L).version();
    desk.run();
    assertThat(desk.wiki.pages.get(1L).version()).isEqualTo(version);
  }

  @Test
  void aHumanWhoEditsAtTheSameTimeIsNeverOverwritten() {
    desk.configure(rules(DocumentationMode.MEND, "mender", List.of()));
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-a")));
    String humans = application("pay") + details(row("Owner", "team-human"));
    desk.wiki.duringEdit = () -> desk.wiki.put(1, "OPS", "Pay", humans);
    desk.run();
    assertThat(desk.wiki.pages.get(1L).storage()).isEqualTo(humans);
    assertThat(kinds()).containsExactly(FindingKind.DIFFERS);
  }

  @Test
  void anEditThatCameBeforeItIsReadIsNotOverwritten() {
    desk.application("pay", Map.of("appofapps.io/owner", "team-b"));
    desk.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-a")));
    desk.run();
    desk.configure(rules(DocumentationMode.MEND, "mender", List.of()));
    String humans = application("pay") + details(row("Owner", "team-human"));
    desk.wiki.put(1, "OPS", "Pay", humans);
    desk.here.tick();
    assertThat(desk.wiki.pages.get(1L).storage()).isEqualTo(humans);
  }

  @Test
  void aNewVersionOutdatesThePage() {
    desk.deploy("pay", "shop/pay:1");
    desk.wiki.put(1, "OPS", "Pay", application("pay"));
    desk.run();
    assertThat(kinds()).isEmpty();
    desk.deploy("pay", "shop/pay:2");
    desk.run();
    assertThat(kinds()).containsExactly(FindingKind.OUTDATED);
  }

  private List<FindingKind> kinds() {
    return findings(desk).stream().map(Finding::kind).toList();
  }

  private static List<Finding> findings(Desk desk) {
    List<Finding> all = new ArrayList<>();
    desk.here
        .known()
        .byPage()
        .values()
        .forEach(each -> each.stream().map(DatedFinding::finding).forEach(all::add));
    new TreeSet<>(desk.here.known().undocumented().keySet())
        .forEach(key -> all.add(desk.here.known().undocumented().get(key).finding()));
    return all;
  }

  static DocumentationRules rules(DocumentationMode mode, String mender, List<String> spaces) {
    return new DocumentationRules(
        true,
        "0 0 1 * * ?",
        spaces,
        List.of(),
        List.of(FieldRule.of("owner", "Owner")),
        mode,
        List.of(),
        mender,
        "");
  }

  static Configuration configuration() {
    return Configuration.EMPTY.withDocumentation(rules(DocumentationMode.REPORT, "", List.of()));
  }
}
