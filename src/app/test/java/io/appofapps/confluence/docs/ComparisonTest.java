package io.appofapps.confluence.docs;

import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Comparison COMPARISON =
      new Comparison(
          List.of(
              FieldRule.of("owner", "Owner", "Besitzer"),
              new FieldRule("runbook", List.of("Runbook"), "", true),
              new FieldRule("team", List.of("Team"), "team-{}", false)));

  @Test
  void caseSpaceMarksAndOrderAreNoDifference() {
    KnownPage page = page(row("besitzer:", "<p>@Team\u00a0 Payments;\u200b Ops</p>"));
    assertThat(differences(page, Map.of("owner", "ops, team payments"))).isEmpty();
  }

  @Test
  void aLinkAgreesByItsTextOrByItsAddress() {
    KnownPage page = page(row("Owner", "<a href=\"mailto:a@example.com\">Ada</a>"));
    assertThat(differences(page, Map.of("owner", "ada"))).isEmpty();
    assertThat(differences(page, Map.of("owner", "A@example.com"))).isEmpty();
    assertThat(differences(page, Map.of("owner", "b@example.com"))).hasSize(1);
  }

  @Test
  void aLinkOfTheManifestAgreesByItsTitleOrByItsAddress() {
    Map<String, String> manifest = Map.of("owner", "#pay|https://chat.example.com/pay");
    assertThat(differences(page(row("Owner", "#pay")), manifest)).isEmpty();
    assertThat(differences(page(row("Owner", "https://chat.example.com/pay/")), manifest))
        .isEmpty();
    assertThat(differences(page(row("Owner", "#shop")), manifest))
        .extracting(FieldDifference::manifestSays)
        .containsExactly("https://chat.example.com/pay");
  }

  @Test
  void aLinkToAPageAgreesWithItsNameInEitherSpelling() {
    String near = "<ac:link><ri:page ri:content-title=\"Pay runbook\" /></ac:link>";
    String far = near.replace("ri:content", "ri:space-key=\"OPS\" ri:content");
    for (String link : List.of(near, far)) {
      assertThat(differences(page(row("Owner", link)), Map.of("owner", "OPS:Pay runbook")))
          .isEmpty();
      assertThat(differences(page(row("Owner", link)), Map.of("owner", "DEV:Pay runbook")))
          .hasSize(1);
    }
  }

  @Test
  void aDifferenceSaysBothSides() {
    assertThat(differences(page(row("Owner", "team-a, x")), Map.of("owner", " team-b ")))
        .containsExactly(
            new FieldDifference(FindingKind.DIFFERS, "owner", "Owner", "", "team-a, x", "team-b"));
  }

  @Test
  void anItemMoreOrLessIsADifference() {
    assertThat(differences(page(row("Owner", "a, b")), Map.of("owner", "a"))).hasSize(1);
    assertThat(differences(page(row("Owner", "a")), Map.of("owner", "a, b"))).hasSize(1);
  }

  @Test
  void anEmptyCellLacksWhatTheManifestSays() {
    assertThat(differences(page(row("Owner", "<p> - </p>")), Map.of("owner", "a")))
        .containsExactly(
            new FieldDifference(FindingKind.MISSING_ON_PAGE, "owner", "Owner", "", "", "a"));
  }

  @Test
  void aPageWithoutThePlaceLacksRequiredFieldsOnly() {
    KnownPage page = Storage.page(1, "Pay", "<p>nothing</p>");
    assertThat(differences(page, Map.of("owner", "a", "runbook", "https://r.example.com")))
        .extracting(FieldDifference::kind, FieldDifference::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(FindingKind.MISSING_ON_PAGE, "runbook"));
  }

  @Test
  void aBlankValueInTheManifestIsMissingThere() {
    assertThat(differences(page(row("Owner", "a")), Map.of("owner", "  ")))
        .extracting(FieldDifference::kind)
        .containsExactly(FindingKind.MISSING_IN_MANIFEST);
  }

  @Test
  void withoutACellLabelsThenLinksSpeak() {
    PageFacts facts =
        FactsReader.read("<a href=\"https://r.example.com/\">runbook</a>", Names.NONE);
    Map<String, String> manifest = Map.of("runbook", "https://r.example.com", "team", "blue");
    KnownPage labelled = new KnownPage(1, "OPS", "Pay", 1, List.of("team-red"), facts);
    assertThat(differences(labelled, manifest))
        .containsExactly(new FieldDifference(FindingKind.DIFFERS, "team", "", "", "red", "blue"));
  }

  @Test
  void rightToLeftMarksAreNoDifference() {
    assertThat(differences(page(row("Owner", "\u202bצוות א\u202c")), Map.of("owner", "צוות א")))
        .isEmpty();
  }

  private static List<FieldDifference> differences(KnownPage page, Map<String, String> manifest) {
    return COMPARISON.differences(page, manifest).stream()
        .filter(each -> !each.field().equals("runbook") || manifest.containsKey("runbook"))
        .toList();
  }

  private static KnownPage page(String rows) {
    return Storage.page(1, "Pay", details(rows));
  }
}
