package io.appofapps.confluence.docs;

import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundPageTest {

  private static BoundPage page(String... rows) {
    return BoundPage.of(
        new KnownPage(
            7,
            "PAY",
            "Payments",
            1,
            List.of(),
            FactsReader.read(details(String.join("", rows)), Names.NONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "Tier, gold, true",
    "tier, GOLD, true",
    "Tier, silver, false",
    "Tier:, gold, false",
    "Region, eu, true",
    "Region, us, true",
    "Region, 'eu, us', true",
    "Region, 'us, eu', false",
    "Owner, Team Orange, true",
    "Owner, team  orange, true",
    "Nothing, gold, false"
  })
  void aFieldIsComparedWithoutCaseAndItemByItem(String name, String value, boolean says) {
    BoundPage page =
        page(
            row("Tier:", "gold"),
            row("Region", "<ul><li>eu</li><li>us</li></ul>"),
            row("Owner", "<strong>Team</strong> Orange"));
    assertThat(page.says(name, Optional.of(value))).isEqualTo(says);
  }

  @Test
  void aNameAloneAsksForWhateverIsSaid() {
    BoundPage page = page(row("Tier", "gold"), row("Runbook", " – "));
    assertThat(page.says("tier", Optional.empty())).isTrue();
    assertThat(page.says("Runbook", Optional.empty())).isFalse();
    assertThat(page.says("Owner", Optional.empty())).isFalse();
  }

  @Test
  void aCellThatSaysNothingIsEqualToNothing() {
    assertThat(page(row("Tier", "")).says("Tier", Optional.of("gold"))).isFalse();
  }

  @Test
  void whatNobodyCanAskForIsNotKept() {
    BoundPage page = page(row("Tier", "x".repeat(10_000)), row("N".repeat(300), "gold"));
    assertThat(page.properties()).containsExactly(new BoundPage.Property("Tier", List.of()));
  }

  @Test
  void keysOfSpacesAreTheSameInAnyCase() {
    assertThat(page().isIn(List.of("ops", "pay"))).isTrue();
    assertThat(page().isIn(List.of("OPS"))).isFalse();
  }
}
