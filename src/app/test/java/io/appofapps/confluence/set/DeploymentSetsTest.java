package io.appofapps.confluence.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SetDefinition.Viewers;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentSetsTest {

  private final StateStore store = new StateStore();
  private Configuration configuration = Configuration.EMPTY;

  @BeforeEach
  void connection() {
    store.configure(List.of("c"));
  }

  @Test
  void withoutApplicationsThereAreNoSets() {
    assertThat(all()).isEmpty();
    assertThat(find("root")).isEmpty();
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
            new ApplicationSet(
                key("set"),
                "u",
                HealthStatus.HEALTHY,
                "",
                "",
                Map.of(),
                Map.of(),
                List.of(),
                0,
                0)));

    assertThat(all()).extracting(DeploymentSet::key).contains("lonely", "other", "set");
    assertThat(find("lonely"))
        .hasValueSatisfying(
            set -> {
              assertThat(set.orphan()).isTrue();
              assertThat(set.applications()).isEqualTo(1);
            });
    assertThat(find("set")).hasValueSatisfying(s -> assertThat(s.applications()).isZero());
    assertThat(find("nobody")).isEmpty();
  }

  @Test
  void setsForestAndLandscapeAreComputedOncePerContent() {
    store.replace(
        ResourceKind.APPLICATION, Scope.all("c"), List.of(Application.unknown(key("root"))));

    assertThat(find("root").orElseThrow()).isSameAs(find("root").orElseThrow());
    assertThat(Forests.of(store.current())).isSameAs(Forests.of(store.current()));
    assertThat(Landscapes.of(store.current(), configuration))
        .isSameAs(Landscapes.of(store.current(), configuration));
  }

  private static SetDefinition definition(String key, String root) {
    return new SetDefinition(
        key, "Title of " + key, "c", "argocd", root, Viewers.PROJECT_ROLE, List.of("DEMO"));
  }

  private void define(boolean discover, SetDefinition... definitions) {
    configuration = Configuration.EMPTY.withSets(List.of(definitions)).withDiscoverSets(discover);
  }

  private void roots(String... names) {
    store.replace(
        ResourceKind.APPLICATION,
        Scope.all("c"),
        Stream.of(names).map(name -> Application.unknown(key(name))).toList());
  }

  @Test
  void aDefinedSetTakesThePlaceOfTheDiscoveredOneAndAnswersToItsKeyToo() {
    roots("root", "other");
    define(true, definition("shop", "root"));

    assertThat(all()).extracting(DeploymentSet::key).containsExactly("shop", "other");
    DeploymentSet shop = find("shop").orElseThrow();
    assertThat(shop.title()).isEqualTo("Title of shop");
    assertThat(shop.viewers()).isEqualTo(Viewers.PROJECT_ROLE);
    assertThat(shop.spaces()).containsExactly("DEMO");
    assertThat(find("root")).containsSame(shop);
  }

  @Test
  void aDefinedSetStaysWhenItsRootIsNotThere() {
    define(true, definition("shop", "gone"));

    assertThat(all())
        .singleElement()
        .satisfies(
            set -> {
              assertThat(set.present()).isFalse();
              assertThat(set.applications()).isZero();
            });
  }

  @Test
  void aDefinedKeyIsNeverThatOfAnotherDiscoveredRoot() {
    roots("root", "other");
    define(true, definition("other", "root"));

    assertThat(find("other")).hasValueSatisfying(set -> assertThat(set.defined()).isTrue());
    assertThat(all()).extracting(DeploymentSet::key).containsExactly("other", "argocd.other");
  }

  @Test
  void withoutDiscoveryOnlyDefinedSetsAreOffered() {
    roots("root", "other");
    define(false, definition("shop", "root"));

    assertThat(all()).extracting(DeploymentSet::key).containsExactly("shop");
    assertThat(find("other")).isEmpty();
  }

  private List<DeploymentSet> all() {
    return DeploymentSets.of(store.current(), configuration);
  }

  private Optional<DeploymentSet> find(String key) {
    return DeploymentSets.find(store.current(), configuration, key);
  }

  private static ApplicationKey key(String name) {
    return new ApplicationKey("c", "argocd", name);
  }
}
