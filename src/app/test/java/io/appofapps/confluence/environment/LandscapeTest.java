package io.appofapps.confluence.environment;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the evidence, rule by rule. */
class LandscapeTest {

  private static final String INSTANCE = "app.kubernetes.io/instance";

  private static Landscape landscape(Apps... applications) {
    return landscape(List.of(), applications);
  }

  private static Landscape landscape(List<ApplicationSet> sets, Apps... applications) {
    List<Application> built = Arrays.stream(applications).map(Apps::build).toList();
    return Landscape.of(Forest.of(built, sets));
  }

  private static NodeId id(String name) {
    return NodeId.application(Apps.key(name));
  }

  private static Optional<Environment> environment(Apps application) {
    Landscape landscape = landscape(application);
    return landscape.environment(NodeId.application(application.build().key()));
  }

  private static Optional<Service> service(Apps application) {
    return landscape(application).service(NodeId.application(application.build().key()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appofapps.io/environment",
        "environment",
        "env",
        "app.kubernetes.io/environment",
        "envLabel",
        "stage"
      })
  void aLabelOrAnnotationDeclaresTheEnvironment(String key) {
    assertThat(environment(app("x").label(key, "production")))
        .contains(new Environment("prod", "label " + key));
    assertThat(environment(app("x").annotation(key, "env-dev")))
        .contains(new Environment("dev", "annotation " + key));
  }

  @Test
  void aDeclaredNameThatNobodyKnowsIsKept() {
    assertThat(environment(app("x").label("env", "Blue")))
        .contains(new Environment("Blue", "label env"));
  }

  @Test
  void anEmptyLabelCountsAsMissing() {
    assertThat(environment(app("x").label("env", " ").annotation("stage", "qa")))
        .contains(new Environment("test", "annotation stage"));
  }

  @Test
  void theOwnDeclarationOutweighsEverything() {
    Landscape landscape =
        landscape(
            app("root").label("env", "dev").lists("web-test"),
            app("web-test").label("env", "prod").path("overlays/staging"));

    assertThat(landscape.environment(id("web-test")))
        .contains(new Environment("prod", "label env"));
  }

  @Test
  void kargosStageComesAfterTheLabels() {
    assertThat(
            environment(
                app("x-dev").annotation("kargo.akuity.io/authorized-stage", "shop:production")))
        .contains(new Environment("prod", "annotation kargo.akuity.io/authorized-stage"));
  }

  @Test
  void theNearestAncestorsDeclarationIsInherited() {
    Landscape landscape =
        landscape(
            app("root").label("env", "dev").lists("team"),
            app("team").label("env", "prod").lists("web"),
            app("web").path("overlays/staging"));

    assertThat(landscape.environment(id("web")))
        .contains(new Environment("prod", "label env of team"));
  }

  @Test
  void whatAnAncestorOnlySuggestsComesAfterWhatTheNodeSuggests() {
    Landscape landscape =
        landscape(
            app("root").path("envs/prod").lists("a", "b"), app("a").path("overlays/dev"), app("b"));

    assertThat(landscape.environment(id("a")))
        .contains(new Environment("dev", "source path overlays/dev"));
    assertThat(landscape.environment(id("b")))
        .contains(new Environment("prod", "source path envs/prod of root"));
  }

  @Test
  void aSharedNodeInheritsFromItsOwner() {
    Landscape landscape =
        landscape(
            app("a").label("env", "dev").lists("x"),
            app("b").label("env", "prod").lists("x"),
            app("x").trackedBy("b"));

    assertThat(landscape.environment(id("x")).map(Environment::name)).contains("prod");
  }

  @ParameterizedTest
  @CsvSource({
    "apps/web/overlays/prod, prod",
    "registry/environments/development/metaphor, dev",
    "envs/perf, perf",
    "env/uat/web, staging",
    "clusters/prod-eu/apps, prod-eu",
    "overlays/pre-prod, staging",
    "components/web/staging, staging",
    "multi-repo/argo-app-of-apps/dev, dev"
  })
  void theSourcePathTellsTheEnvironment(String path, String expected) {
    assertThat(environment(app("x").path(path)))
        .contains(new Environment(expected, "source path " + path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps/product-api",
        "devices",
        "overlays/feature-x",
        "environments",
        "environments/base",
        "clusters/alpha",
        "prod/web",
        ""
      })
  void aPathThatNamesNoEnvironmentIsNoEvidence(String path) {
    assertThat(environment(app("x").path(path))).isEmpty();
  }

  @Test
  void sourcesThatDisagreeAreNoEvidence() {
    assertThat(environment(app("x").path("overlays/dev").path("overlays/prod"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "values-prod.yaml, prod",
    "values.dev.yml, dev",
    "staging-values.yaml, staging",
    "prod.values.yaml, prod",
    "$values/environments/staging/addons/x/values.yaml, staging",
    "charts/web/values-preprod.yaml, staging"
  })
  void aValueFileTellsTheEnvironment(String file, String expected) {
    assertThat(environment(app("x").source("charts/web", "", "", "values.yaml", file)))
        .contains(new Environment(expected, "value file " + file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"values-product.yaml", "values.yaml", "devices-values.yaml", "prod.yaml"})
  void otherValueFilesAreNoEvidence(String file) {
    assertThat(environment(app("x").source("charts/web", "", "", file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "environment/prod, prod",
    "env/qa, test",
    "environment/development-next, dev",
    "environments/perf, perf"
  })
  void aBranchPerEnvironmentTellsIt(String revision, String expected) {
    assertThat(environment(app("x").source("web", "", revision)))
        .contains(new Environment(expected, "target revision " + revision));
  }

  @Test
  void otherBranchesAreNoEvidence() {
    assertThat(environment(app("x").source("web", "", "prod"))).isEmpty();
  }

  @Test
  void theDestinationTellsTheEnvironmentClusterFirst() {
    assertThat(environment(app("x").destination("", "spoke-prod-eu", "web-dev")))
        .contains(new Environment("prod-eu", "destination cluster spoke-prod-eu"));
    assertThat(environment(app("x-dev").destination("https://1.2.3.4", "", "web-prod")))
        .contains(new Environment("prod", "destination namespace web-prod"));
  }

  @Test
  void theNameTellsTheEnvironmentAndAfterItTheProject() {
    assertThat(environment(app("web-prod").project("dev")))
        .contains(new Environment("prod", "name web-prod"));
    assertThat(environment(app("web").project("team-dev")))
        .contains(new Environment("dev", "project team-dev"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"product-api", "devices", "web", "dev-to-prod"})
  void whatIsUnknownStaysUnknown(String name) {
    assertThat(environment(app(name))).isEmpty();
  }

  @Test
  void aMissingChildHasTheEnvironmentOfItsNameOrParent() {
    Landscape landscape =
        landscape(app("root").lists("gone-prod"), app("r").label("env", "qa").lists("gone"));

    assertThat(landscape.environment(id("gone-prod")).map(Environment::name)).contains("prod");
    assertThat(landscape.environment(id("gone")).map(Environment::name)).contains("test");
    assertThat(landscape.service(id("gone"))).isEmpty();
  }

  @Test
  void anApplicationSetPassesItsEnvironmentOn() {
    ApplicationKey key = Apps.key("apps");
    ApplicationSet set =
        new ApplicationSet(
            key,
            "",
            HealthStatus.HEALTHY,
            "",
            "",
            Map.of("environment", "prod"),
            Map.of(),
            List.of(),
            0,
            0);
    Landscape landscape = landscape(List.of(set), app("web").ownedBy("", "apps"));

    assertThat(landscape.environment(NodeId.applicationSet(key)).map(Environment::name))
        .contains("prod");
    assertThat(landscape.environment(id("web")))
        .contains(new Environment("prod", "label environment of apps"));
    assertThat(landscape.service(NodeId.applicationSet(key))).isEmpty();
  }

  @Test
  void aLabelNamesTheServiceInTheOrderOfTheKeys() {
    assertThat(service(app("x").label("app", "shop").label("app.kubernetes.io/name", "cart")))
        .contains(new Service("cart", "label app.kubernetes.io/name"));
    assertThat(service(app("x").label("component", "db").label("service", "cart")))
        .contains(new Service("cart", "label service"));
    assertThat(service(app("x").annotation("backstage.io/kubernetes-id", "cart")))
        .contains(new Service("cart", "annotation backstage.io/kubernetes-id"));
  }

  @Test
  void theInstanceLabelNamesTheServiceOnlyWhereItDoesNotTrack() {
    assertThat(service(app("x").trackedBy("root").label(INSTANCE, "cart-prod")))
        .contains(new Service("cart", "label " + INSTANCE));
    assertThat(service(app("x").trackedBy("root").label(INSTANCE, "root")))
        .contains(new Service("x", "name x"));
    assertThat(service(app("x").label(INSTANCE, "cart"))).contains(new Service("x", "name x"));
    assertThat(landscape(app("root"), app("x").label(INSTANCE, "root")).service(id("x")))
        .contains(new Service("x", "name x"));
    assertThat(landscape(app("root").lists("x"), app("x").label(INSTANCE, "cart")).service(id("x")))
        .contains(new Service("cart", "label " + INSTANCE));
  }

  @ParameterizedTest
  @CsvSource({
    "apps/payments/overlays/prod, payments",
    "registry/environments/development/metaphor, metaphor",
    "services/cart/helm, cart",
    "cart/k8s/base, cart",
    "teams/team-riker/dev, team-riker"
  })
  void thePathNamesTheService(String path, String expected) {
    assertThat(service(app("x").path(path))).contains(new Service(expected, "source path " + path));
  }

  @Test
  void theChartNamesTheServiceBeforeTheName() {
    assertThat(service(app("x").source("", "redis", "7.0.1")))
        .contains(new Service("redis", "chart redis"));
    assertThat(service(app("x").source("envs/dev", "", ""))).contains(new Service("x", "name x"));
  }

  @Test
  void theNameLosesEnvironmentAndCluster() {
    assertThat(service(app("payments-prod")))
        .contains(new Service("payments", "name payments-prod"));
    assertThat(service(app("edge7-cart").destination("", "edge7", "")))
        .contains(new Service("cart", "name edge7-cart"));
    assertThat(service(app("prod"))).isEmpty();
  }

  @Test
  void anAppOfAppsIsAServiceOnlyWhereItsMetadataSaysSo() {
    Landscape landscape =
        landscape(
            app("root").path("registry/shop").lists("team"),
            app("team").label("app", "shop").lists("web"),
            app("web"));

    assertThat(landscape.service(id("root"))).isEmpty();
    assertThat(landscape.service(id("team"))).contains(new Service("shop", "label app"));
    assertThat(landscape.service(id("web"))).contains(new Service("web", "name web"));
  }
}
