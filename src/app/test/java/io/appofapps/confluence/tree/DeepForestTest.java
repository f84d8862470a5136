package io.appofapps.confluence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.environment.Landscape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Shapes that would break a recursive or quadratic algorithm. */
class DeepForestTest {

  private static final int SIZE = 10_000;

  @Test
  void aChainOfTenThousandIsWalkedToItsEnd() {
    List<Application> chain = Shapes.chain(SIZE);

    Forest forest =
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Forest.of(chain, List.of()));

    List<Occurrence> walk = forest.walk(Forests.id("n0"));
    assertThat(walk).hasSize(SIZE);
    assertThat(walk.get(SIZE - 1).depth()).isEqualTo(SIZE - 1);
    assertThat(Forests.node(forest, "n0").rolledUp().worst()).isEqualTo(HealthStatus.DEGRADED);
    assertThat(Forests.node(forest, "n0").rolledUp().path()).hasSize(SIZE - 1);
    assertThat(Landscape.of(forest).service(Forests.id("n" + (SIZE - 1)))).isPresent();
  }

  @Test
  void aRingOfTenThousandHasOneRootAndOneBackEdge() {
    List<Application> ring = new ArrayList<>(Shapes.chain(SIZE - 1));
    ring.set(SIZE - 2, Apps.app("n" + (SIZE - 2)).lists("n0").build());

    Forest forest =
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Forest.of(ring, List.of()));

    assertThat(forest.roots()).containsExactly(Forests.id("n0"));
    assertThat(forest.walk(Forests.id("n0")))
        .filteredOn(o -> o.kind() == Occurrence.Kind.BACK_EDGE)
        .hasSize(1);
  }

  @Test
  void aParentOfTenThousandIsNoProblem() {
    Apps root = Apps.app("root");
    List<Application> applications = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      root.lists("n" + i);
      applications.add(Apps.app("n" + i).trackedBy("root").build());
    }
    applications.add(root.build());

    Forest forest =
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Forest.of(applications, List.of()));

    assertThat(forest.walk(Forests.id("root"))).hasSize(SIZE + 1);
  }
}
