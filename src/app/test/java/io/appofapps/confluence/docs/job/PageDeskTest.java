package io.appofapps.confluence.docs.job;

import static io.appofapps.confluence.docs.Storage.application;
import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SetDefinition.Viewers;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.FactsReader;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.MacroMention;
import io.appofapps.confluence.docs.PageFacts;
import io.appofapps.confluence.docs.desk.DocumentationNotes;
import io.appofapps.confluence.docs.desk.Editor;
import io.appofapps.confluence.docs.desk.PageDesk;
import io.appofapps.confluence.docs.desk.PageDesk.Refusal;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.card.PageNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageDeskTest {

  private static final Viewer ANYBODY = TestViewers.person(true, Set.of("OPS"), Set.of());
  private static final Viewer EDITOR = TestViewers.person(true, Set.of("OPS"), Set.of("editors"));
  private static final ApplicationKey PAY = Apps.key("pay");

  private final Desk nodes = new Desk();
  private boolean mayEdit = true;
  private final PageDesk desk = desk(ANYBODY);

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void whoMayEditTakesAProposalOver() {
    differs(DocumentationMode.PROPOSE);
    assertThat(desk.findings(ANYBODY, 1).orElseThrow())
        .extracting(PageDesk.Shown::acceptable)
        .containsExactly(true);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).isEmpty();
    assertThat(nodes.wiki.pages.get(1L).storage())
        .isEqualTo(application("pay") + details(row("Owner", "team-b")));
    nodes.here.tick();
    assertThat(desk.findings(ANYBODY, 1)).contains(List.of());
  }

  @Test
  void nothingIsProposedWhereAnAdministratorOnlyWantsAReport() {
    differs(DocumentationMode.REPORT);
    assertThat(desk.findings(ANYBODY, 1).orElseThrow())
        .extracting(PageDesk.Shown::acceptable)
        .containsExactly(false);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).contains(Refusal.CHANGED);
  }

  @Test
  void whoMayNotEditTakesNothingOver() {
    differs(DocumentationMode.PROPOSE);
    mayEdit = false;
    assertThat(desk.findings(ANYBODY, 1).orElseThrow())
        .extracting(PageDesk.Shown::acceptable)
        .containsExactly(false);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).contains(Refusal.NO_RIGHT);
    assertThat(desk.review(ANYBODY, 1)).contains(Refusal.NO_RIGHT);
  }

  @Test
  void aPageThatThePersonMayNotViewIsNotThere() {
    differs(DocumentationMode.PROPOSE);
    Viewer stranger = TestViewers.person(false, Set.of(), Set.of());
    assertThat(desk.findings(stranger, 1)).isEmpty();
    assertThat(desk.accept(stranger, 1, PAY, "owner", "team-b")).contains(Refusal.NO_PAGE);
    assertThat(desk.findings(ANYBODY, 99)).isEmpty();
  }

  @Test
  void whatAHumanWroteInBetweenStays() {
    differs(DocumentationMode.PROPOSE);
    String humans = application("pay") + details(row("Owner", "team-human"));
    nodes.wiki.put(1, "OPS", "Pay", humans);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).contains(Refusal.CHANGED);
    nodes.here.tick();
    nodes.wiki.duringEdit = () -> nodes.wiki.put(1, "OPS", "Pay", humans);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).contains(Refusal.CHANGED);
    assertThat(nodes.wiki.pages.get(1L).storage()).isEqualTo(humans);
  }

  @Test
  void aProposalForAnOldManifestIsNotTakenOver() {
    differs(DocumentationMode.PROPOSE);
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-old")).contains(Refusal.CHANGED);
  }

  @Test
  void applicationsThatThePersonMayNotSeeLeaveNoTrace() {
    nodes.define(
        new SetDefinition(
            "pay", "Pay", "default", "argocd", "pay", Viewers.PROJECT_ROLE, List.of()));
    differs(DocumentationMode.PROPOSE);
    assertThat(desk.findings(ANYBODY, 1)).contains(List.of());
    assertThat(desk.accept(ANYBODY, 1, PAY, "owner", "team-b")).contains(Refusal.CHANGED);
    assertThat(desk.create(ANYBODY, PAY, "OPS", "New")).isEmpty();
    assertThat(desk.reviews(ANYBODY, 1)).isEmpty();
  }

  @Test
  void aReviewEndsBeingOutdatedAndIsRecorded() {
    nodes.deploy("pay", "shop/pay:1");
    nodes.wiki.put(1, "OPS", "Pay", application("pay"));
    nodes.run();
    nodes.deploy("pay", "shop/pay:2");
    nodes.run();
    assertThat(desk.findings(ANYBODY, 1).orElseThrow())
        .extracting(shown -> shown.dated().finding().kind())
        .containsExactly(FindingKind.OUTDATED);
    assertThat(desk.review(ANYBODY, 1)).isEmpty();
    nodes.here.tick();
    assertThat(desk.findings(ANYBODY, 1)).contains(List.of());
    assertThat(desk.reviews(ANYBODY, 1))
        .extracting(Review::application, Review::version, Review::reviewer)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(PAY, "shop/pay:2", "ada-key"));
    assertThat(desk.review(ANYBODY, 1)).contains(Refusal.CHANGED);
  }

  @Test
  void thePageSaysThatItIsOutdatedAndThenWhoReviewedIt() {
    assertThat(notes(ANYBODY)).isEmpty();
    nodes.deploy("pay", "shop/pay:1");
    nodes.wiki.put(1, "OPS", "Pay", application("pay"));
    nodes.run();
    nodes.deploy("pay", "shop/pay:2");
    nodes.run();
    assertThat(notes(EDITOR))
        .contains(new PageNotes.Notes(true, true, List.of(), Optional.empty()));
    assertThat(notes(ANYBODY).orElseThrow().editable()).isFalse();
    desk.review(ANYBODY, 1);
    nodes.here.tick();
    assertThat(notes(EDITOR))
        .contains(
            new PageNotes.Notes(
                false,
                true,
                List.of(),
                Optional.of(
                    new PageNotes.Reviewed(
                        Optional.of("Ada L."),
                        notes(EDITOR).orElseThrow().reviewed().get().at()))));
  }

  @Test
  void onlyWhatCanBeTakenOverIsProposedOnThePage() {
    differs(DocumentationMode.PROPOSE);
    assertThat(notes(EDITOR).orElseThrow().proposals())
        .containsExactly(new PageNotes.Proposal("owner", "team-b"));
    assertThat(notes(ANYBODY).orElseThrow().proposals()).isEmpty();
    differs(DocumentationMode.REPORT);
    assertThat(notes(EDITOR).orElseThrow().proposals()).isEmpty();
  }

  /** Notes on page 1 about the Application pay, nothing remembered of before. */
  private Optional<PageNotes.Notes> notes(Viewer viewer) {
    return new DocumentationNotes(nodes.here, new Ada(), key -> Optional.of("Ada L."), nodes.reader)
        .of(viewer, 1L, PAY, "pay");
  }

  @Test
  void aPageMadeForAnApplicationSaysWhatItsManifestSays() {
    nodes.application("pay", Map.of("appofapps.io/owner", "<team> & \"b\""));
    nodes.run();
    long page = desk.create(ANYBODY, PAY, "OPS", "Payments").orElseThrow();
    PageFacts facts = FactsReader.read(nodes.wiki.pages.get(page).storage(), nodes.wiki);
    assertThat(facts.problem()).isEmpty();
    assertThat(facts.applications()).containsExactly(new MacroMention("default/argocd/pay", "pay"));
    nodes.here.tick();
    assertThat(desk.findings(ANYBODY, page)).contains(List.of());
    assertThat(nodes.here.known().undocumented()).isEmpty();
  }

  @Test
  void findingsOfAnApplicationAreKnownFromMemory() {
    differs(DocumentationMode.REPORT);
    assertThat(nodes.here.known(PAY))
        .extracting(each -> each.finding())
        .extracting(Finding::pageSays, Finding::manifestSays)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("team-a", "team-b"));
  }

  private void differs(DocumentationMode mode) {
    nodes.configure(ReconcilerTest.rules(mode, "", List.of()));
    nodes.application("pay", Map.of("appofapps.io/owner", "team-b"));
    nodes.wiki.put(1, "OPS", "Pay", application("pay") + details(row("Owner", "team-a")));
    nodes.run();
  }

  private PageDesk desk(Viewer viewer) {
    return new PageDesk(
        nodes.here,
        nodes.wiki,
        new Ada(),
        new Sight(TestViewers.of(viewer), nodes.reader),
        nodes.state,
        nodes.reader);
  }

  /** Edits as the fake wiki lets the mender. */
  private final class Ada implements Editor {
    @Override
    public Optional<Long> id(Object content) {
      return Optional.of((Long) content);
    }

    @Override
    public Optional<String> key() {
      return Optional.of("ada-key");
    }

    @Override
    public Optional<String> name() {
      return Optional.of("mender");
    }

    @Override
    public Optional<Object> page(long id) {
      return Optional.ofNullable(nodes.wiki.pages.get(id));
    }

    @Override
    public Optional<String> space(long id) {
      return Optional.of(nodes.wiki.pages.get(id).space());
    }

    @Override
    public boolean mayEdit(long id) {
      return mayEdit;
    }

    @Override
    public Optional<Long> create(String space, String title, String storage) {
      nodes.wiki.put(77, space, title, storage);
      return Optional.of(77L);
    }
  }
}
