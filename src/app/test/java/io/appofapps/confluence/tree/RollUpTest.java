package io.appofapps.confluence.tree;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.HealthStatus.DEGRADED;
import static io.appofapps.confluence.application.HealthStatus.HEALTHY;
import static io.appofapps.confluence.application.HealthStatus.MISSING;
import static io.appofapps.confluence.application.HealthStatus.PROGRESSING;
import static io.appofapps.confluence.application.HealthStatus.SUSPENDED;
import static io.appofapps.confluence.application.HealthStatus.UNKNOWN;
import static io.appofapps.confluence.tree.Forests.forest;
import static io.appofapps.confluence.tree.Forests.id;
import static io.appofapps.confluence.tree.Forests.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.HealthStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

  @ParameterizedTest
  @CsvSource({
    "HEALTHY, SUSPENDED, SUSPENDED",
    "SUSPENDED, PROGRESSING, PROGRESSING",
    "PROGRESSING, MISSING, MISSING",
    "MISSING, DEGRADED, DEGRADED",
    "DEGRADED, UNKNOWN, UNKNOWN",
    "UNKNOWN, DEGRADED, UNKNOWN"
  })
  void theWorstByArgosOrderWins(HealthStatus one, HealthStatus other, HealthStatus expected) {
    Forest forest =
        forest(app("root").lists("a", "b"), app("a").health(one), app("b").health(other));

    assertThat(node(forest, "root").health()).isEqualTo(HEALTHY);
    assertThat(node(forest, "root").rolledUp().worst()).isEqualTo(expected);
  }

  @Test
  void thePathLeadsToTheNearestCulprit() {
    Forest forest =
        forest(
            app("root").lists("a", "b"),
            app("a").lists("a1"),
            app("a1").lists("a2"),
            app("a2").health(DEGRADED),
            app("b").lists("b1"),
            app("b1").health(DEGRADED));

    assertThat(node(forest, "root").rolledUp())
        .isEqualTo(new RolledUpHealth(DEGRADED, List.of(id("b"), id("b1")), 2));
    assertThat(node(forest, "a").rolledUp().path()).containsExactly(id("a1"), id("a2"));
  }

  @Test
  void aNodeThatIsTheWorstItselfHasNoPath() {
    Forest forest =
        forest(app("root").health(PROGRESSING).lists("a"), app("a").health(PROGRESSING));

    assertThat(node(forest, "root").rolledUp())
        .isEqualTo(new RolledUpHealth(PROGRESSING, List.of(), 1));
  }

  @Test
  void aMissingChildIsWorseThanAProgressingOne() {
    Forest forest = forest(app("root").lists("a", "gone"), app("a").health(PROGRESSING));

    assertThat(node(forest, "root").rolledUp())
        .isEqualTo(new RolledUpHealth(MISSING, List.of(id("gone")), 1));
  }

  @Test
  void aRemoteChildSaysNothingAboutItsParent() {
    Forest forest = forest(app("root").health(SUSPENDED).destination("", "prod", "").lists("a"));

    assertThat(node(forest, "root").rolledUp())
        .isEqualTo(new RolledUpHealth(SUSPENDED, List.of(), 0));
  }

  @Test
  void aSharedDescendantCountsOnceAndForBothParents() {
    Forest forest =
        forest(
            app("root").lists("a", "b"),
            app("a").lists("x"),
            app("b").lists("x"),
            app("x").health(UNKNOWN));

    assertThat(node(forest, "root").rolledUp())
        .isEqualTo(new RolledUpHealth(UNKNOWN, List.of(id("a"), id("x")), 1));
    assertThat(node(forest, "b").rolledUp().path()).containsExactly(id("x"));
  }

  @Test
  void aCycleSharesItsWorstHealth() {
    Forest forest =
        forest(app("a").lists("b"), app("b").lists("c"), app("c").lists("a").health(DEGRADED));

    assertThat(node(forest, "a").rolledUp())
        .isEqualTo(new RolledUpHealth(DEGRADED, List.of(id("b"), id("c")), 1));
    assertThat(node(forest, "c").rolledUp()).isEqualTo(new RolledUpHealth(DEGRADED, List.of(), 0));
  }
}
