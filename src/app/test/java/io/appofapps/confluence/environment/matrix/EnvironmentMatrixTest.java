package io.appofapps.confluence.environment.matrix;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.environment.matrix.Ahead.Relation;
import io.appofapps.confluence.tree.Forest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentMatrixTest {

  private static final List<String> ORDER = List.of("dev", "test", "staging", "prod");
  private static final String OLD = "1".repeat(40);
  private static final String NEW = "2".repeat(40);

  private static Apps in(String environment, String service, String... images) {
    return app(environment + "-" + service)
        .label("environment", environment)
        .label("app.kubernetes.io/name", service)
        .images(images);
  }

  private static EnvironmentMatrix matrix(Commits commits, Apps... apps) {
    String[] names = Stream.of(apps).map(each -> each.build().key().name()).toArray(String[]::new);
    List<Application> all = new ArrayList<>(Stream.of(apps).map(Apps::build).toList());
    all.add(app("root").lists(names).build());
    Forest forest = Forest.of(all, List.of());
    return EnvironmentMatrix.of(forest, forest.roots(), Landscape.of(forest), ORDER, commits);
  }

  private static EnvironmentMatrix matrix(Apps... apps) {
    return matrix(Commits.UNKNOWN, apps);
  }

  private static MatrixCell cell(EnvironmentMatrix matrix, String service, String environment) {
    return matrix.rows().stream()
        .filter(row -> row.service().equals(service))
        .findFirst()
        .flatMap(row -> row.cell(environment))
        .orElseThrow();
  }

  @Test
  void servicesStandByEnvironmentsInTheirOrder() {
    EnvironmentMatrix matrix =
        matrix(
            in("prod", "payments", "ghcr.io/shop/payments:v2.8.1"),
            in("prod-eu", "ledger", "ledger:1"),
            in("blue", "ledger", "ledger:1"),
            in("dev", "payments", "ghcr.io/shop/payments:v2.9.0"),
            app("lonely").label("app.kubernetes.io/name", "ledger").images("ledger:1"));

    assertThat(matrix.environments()).containsExactly("dev", "prod", "prod-eu", "blue", "");
    assertThat(matrix.rows()).extracting(MatrixRow::service).containsExactly("ledger", "payments");
    assertThat(matrix.rows().get(1).cell("staging")).isEmpty();
    assertThat(cell(matrix, "payments", "prod").versions())
        .extracting(ShownVersion::version)
        .containsExactly("v2.8.1");
  }

  @ParameterizedTest
  @CsvSource({
    "v2.8.4, v2.8.1, NEWER",
    "v2.8.1, v2.8.4, OLDER",
    "2.10.0, 2.9.0, NEWER",
    "1.0.0, 1.0.0-rc.1, NEWER",
    "3f9c1ab, 81d02cd, DIFFERENT",
    "latest, v1.0.0, DIFFERENT"
  })
  void theNearestEarlierEnvironmentIsCompared(String staging, String prod, Relation relation) {
    EnvironmentMatrix matrix =
        matrix(
            in("dev", "payments", "payments:v9.9.9"),
            in("staging", "payments", "payments:" + staging),
            in("prod", "payments", "payments:" + prod));

    Ahead ahead = cell(matrix, "payments", "prod").ahead().orElseThrow();
    assertThat(ahead.environment()).isEqualTo("staging");
    assertThat(ahead.relation()).isEqualTo(relation);
    assertThat(ahead.version()).isEqualTo(staging);
    assertThat(ahead.commits()).isEmpty();
  }

  @Test
  void theSameVersionFromAnotherRegistryIsTheSame() {
    EnvironmentMatrix matrix =
        matrix(
            in("staging", "payments", "registry.internal:5000/shop/payments:v1@sha256:aa"),
            in("prod", "payments", "ghcr.io/shop/payments:v1@sha256:bb"));

    assertThat(cell(matrix, "payments", "prod").ahead()).isEmpty();
  }

  @Test
  void regionsOfOneStageAreNotComparedWithEachOther() {
    EnvironmentMatrix matrix =
        matrix(
            in("staging", "payments", "payments:v2.0.0"),
            in("prod-eu", "payments", "payments:v2.0.0"),
            in("prod-us", "payments", "payments:v1.0.0"),
            in("blue", "payments", "payments:v0.1.0"));

    assertThat(cell(matrix, "payments", "prod-eu").ahead()).isEmpty();
    assertThat(cell(matrix, "payments", "prod-us").ahead().map(Ahead::environment))
        .contains("staging");
    assertThat(cell(matrix, "payments", "blue").ahead()).as("it has no place").isEmpty();
  }

  @Test
  void commitsBetweenTellHowFarAndForWhichStories() {
    Commits commits =
        (repository, older, newer) ->
            older.equals(OLD) && newer.equals(NEW)
                ? Optional.of(new Commits.Between(3, List.of("PAY-412", "PAY-398")))
                : Optional.of(new Commits.Between(0, List.of()));
    EnvironmentMatrix matrix =
        matrix(
            commits,
            in("staging", "payments").source("apps/a", "", "main").revisions(NEW),
            in("prod", "payments").source("apps/b", "", "main").revisions(OLD));

    Ahead ahead = cell(matrix, "payments", "prod").ahead().orElseThrow();
    assertThat(ahead.relation()).isEqualTo(Relation.NEWER);
    assertThat(ahead.commits()).contains(3);
    assertThat(ahead.stories()).containsExactly("PAY-412", "PAY-398");
  }

  @Test
  void withoutCommitsNobodyIsSaidToBeAhead() {
    EnvironmentMatrix matrix =
        matrix(
            in("staging", "payments").source("apps/a", "", "main").revisions(NEW),
            in("prod", "payments").source("apps/b", "", "main").revisions(OLD));

    assertThat(cell(matrix, "payments", "prod").ahead().orElseThrow().relation())
        .isEqualTo(Relation.DIFFERENT);
  }

  @Test
  void theVersionIsWhatRunsNotWhatIsAskedFor() {
    EnvironmentMatrix matrix =
        matrix(
            in("dev", "payments", "sidecar:v7", "shop/payments:v2", "shop/payments:v3")
                .source("apps/a", "", "main"),
            in("test", "payments", "sidecar:v7", "other:v8").source("", "payments", "1.2.3"),
            in("staging", "payments").source("apps/a", "", "release-1").revisions(NEW));

    assertThat(version(matrix, "dev")).as("a rollout").isEqualTo("v2, v3");
    assertThat(version(matrix, "test")).as("no image stands for it").isEqualTo("1.2.3");
    assertThat(version(matrix, "staging")).isEqualTo("release-1");
  }

  private static String version(EnvironmentMatrix matrix, String environment) {
    return cell(matrix, "payments", environment)
        .deployed()
        .get(0)
        .version()
        .orElseThrow()
        .version();
  }

  @Test
  void severalApplicationsOfAServiceInOneEnvironmentAreOneCellWithTheWorst() {
    EnvironmentMatrix matrix =
        matrix(
            in("prod", "payments", "payments:v1"),
            app("prod-payments-2")
                .label("environment", "prod")
                .label("app.kubernetes.io/name", "payments")
                .images("payments:v2")
                .health(HealthStatus.DEGRADED)
                .sync(SyncStatus.OUT_OF_SYNC));

    MatrixCell cell = cell(matrix, "payments", "prod");
    assertThat(cell.health()).isEqualTo(HealthStatus.DEGRADED);
    assertThat(cell.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
    assertThat(cell.versions()).extracting(ShownVersion::version).containsExactly("v1", "v2");
  }

  @Property(tries = 100)
  void theOrderOfTheApplicationsDoesNotMatter(
      @ForAll @Size(max = 12) List<Integer> numbers, @ForAll Random random) {
    List<Apps> apps = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int n = Math.floorMod(numbers.get(i), 15);
      apps.add(
          app("a" + i)
              .label("environment", List.of("dev", "staging", "prod", "prod-eu", "x").get(n % 5))
              .label("app.kubernetes.io/name", "s" + n / 5)
              .images("s" + n / 5 + ":v1." + Math.floorMod(numbers.get(i), 7) + ".0"));
    }
    EnvironmentMatrix one = matrix(apps.toArray(Apps[]::new));
    Collections.shuffle(apps, random);
    assertThat(matrix(apps.toArray(Apps[]::new))).isEqualTo(one);
  }
}
