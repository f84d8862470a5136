package io.appofapps.confluence.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentSetsTest {

  private final StateStore store = new StateStore();
  private final DeploymentSets sets = new DeploymentSets(store);

  @BeforeEach
  void connection() {
    store.configure(List.of("c"));
  }

  @Test
  void withoutApplicationsThereAreNoSets() {
    assertThat(sets.all()).isEmpty();
    assertThat(sets.find("root")).isEmpty();
  }

  @Test
  void everyRootIsASetAndIsFoundByItsKey() {
    store.replace(
        ResourceKind.APPLICATION,
        Scope.all("c"),
        List.of(Application.unknown(key("lonely")), Application.unknown(key("other"))));
    store.replace(
        ResourceKind.APPLICATION_SET,
        Scope.all("c"),
        List.of(
            new ApplicationSet(key("set"), "u", HealthStatus.HEALTHY, "", "", Map.of(), Map.of())));

    assertThat(sets.all()).extracting(DeploymentSet::key).contains("lonely", "other", "set");
    assertThat(sets.find("lonely"))
        .hasValueSatisfying(
            set -> {
              assertThat(set.orphan()).isTrue();
              assertThat(set.applications()).isEqualTo(1);
            });
    assertThat(sets.find("set")).hasValueSatisfying(s -> assertThat(s.applications()).isZero());
    assertThat(sets.find("nobody")).isEmpty();
  }

  @Test
  void setsForestAndLandscapeAreComputedOncePerContent() {
    store.replace(
        ResourceKind.APPLICATION, Scope.all("c"), List.of(Application.unknown(key("root"))));

    assertThat(sets.find("root").orElseThrow()).isSameAs(sets.find("root").orElseThrow());
    assertThat(Forests.of(store.current())).isSameAs(Forests.of(store.current()));
    assertThat(Landscapes.of(store.current())).isSameAs(Landscapes.of(store.current()));
  }

  private static ApplicationKey key(String name) {
    return new ApplicationKey("c", "argocd", name);
  }
}
