package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ControllerStandInTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private final DemoRepository git =
      DemoData.repository("https://git.example.com/hq/deployments.git");

  @BeforeEach
  void seed() {
    DemoData.seed(cluster, git);
  }

  @AfterEach
  void close() {
    git.close();
    cluster.close();
  }

  @Test
  void changesTheSameApplicationsInTheSameOrderForTheSameSeed() {
    assertThat(statesAfterEachOf(12, 7)).isEqualTo(statesAfterEachOf(12, 7));
  }

  @Test
  void rollsOutThroughOutOfSyncAndProgressingBackToHealthy() {
    List<Set<String>> states = statesAfterEachOf(40, 2);

    assertThat(states.stream().flatMap(Set::stream))
        .anyMatch(state -> state.endsWith("OutOfSync/Healthy"))
        .anyMatch(state -> state.endsWith("OutOfSync/Progressing"))
        .anyMatch(state -> state.endsWith("Synced/Degraded"));
    assertThat(states).as("everything is in order between two rollouts").contains(Set.of());
  }

  @Test
  void leavesTheStoriesOfTheDemoAlone() {
    Map<String, Object> before = stories();
    try (ControllerStandIn controller = controller(3)) {
      for (int i = 0; i < 60; i++) {
        controller.step();
      }
    }
    assertThat(stories()).isEqualTo(before).isNotEmpty();
  }

  private List<Set<String>> statesAfterEachOf(int steps, long seed) {
    DemoData.seed(cluster, git);
    List<Set<String>> seen = new ArrayList<>();
    try (ControllerStandIn controller = controller(seed)) {
      for (int i = 0; i < steps; i++) {
        controller.step();
        seen.add(movedNow());
      }
    }
    return seen;
  }

  private ControllerStandIn controller(long seed) {
    return new ControllerStandIn(cluster, git, Clock.fixed(NOW, ZoneOffset.UTC), seed);
  }

  private Set<String> movedNow() {
    return DemoData.movable().stream()
        .map(name -> name + " " + state(name))
        .filter(state -> !state.endsWith("Synced/Healthy") || state.contains("OutOfSync"))
        .collect(Collectors.toSet());
  }

  private String state(String name) {
    GenericKubernetesResource app = cluster.application("argocd", name).orElseThrow();
    String sync = app.get("status", "sync", "status");
    String health = app.get("status", "health", "status");
    return sync + "/" + health;
  }

  private Map<String, Object> stories() {
    return Landscape.load().states().keySet().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name ->
                    cluster
                        .application("argocd", name)
                        .orElseThrow()
                        .getAdditionalProperties()
                        .toString()));
  }
}
