package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Deployment;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.IgnoredDifference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsDecoderTest {

  @Test
  void whatACloserLookNeedsIsRead() {
    Details details =
        details(
            """
            spec:
              syncPolicy: {automated: {prune: true, selfHeal: true}}
              ignoreDifferences:
                - {group: apps, kind: Deployment, name: api, jsonPointers: [/spec/replicas], jqPathExpressions: [".a"], managedFieldsManagers: [hpa]}
            status:
              operationState: {phase: Running, startedAt: "2026-01-02T03:00:00Z", finishedAt: "2026-01-02T03:01:00Z", retryCount: 3}
              history: [{deployedAt: "2026-01-01T00:00:00Z"}, {deployedAt: "2026-01-02T00:00:00Z"}]
              sourceHydrator:
                currentOperation: {phase: Failed, drySHA: new, message: no, startedAt: "2026-01-02T00:00:00Z"}
                lastSuccessfulOperation: {drySHA: old}
              resources:
                - {group: apps, kind: Deployment, namespace: shop, name: api, status: OutOfSync, health: {status: Healthy}}
                - {kind: Service, namespace: shop, name: api, status: Synced}
                - {kind: ConfigMap, name: old, status: OutOfSync, requiresPruning: true}
                - {kind: Pod, name: p, status: Synced, health: {status: Degraded}}
                - {group: argoproj.io, kind: Application, name: child, status: OutOfSync}
            """);

    assertThat(details.prune()).isTrue();
    assertThat(details.selfHeal()).isTrue();
    assertThat(details.ignored())
        .containsExactly(
            new IgnoredDifference(
                "apps",
                "Deployment",
                "",
                "api",
                List.of("/spec/replicas", ".a"),
                List.of("hpa"),
                3));
    assertThat(details.affected())
        .containsExactly(
            new AffectedResource(
                "apps",
                "Deployment",
                "shop",
                "api",
                true,
                false,
                Optional.of(HealthStatus.HEALTHY)),
            new AffectedResource("", "ConfigMap", "", "old", true, true, Optional.empty()),
            new AffectedResource(
                "", "Pod", "", "p", false, false, Optional.of(HealthStatus.DEGRADED)));
    assertThat(details.deployedAt()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(details.operationFinishedAt()).contains(Instant.parse("2026-01-02T03:01:00Z"));
    assertThat(details.retries()).isEqualTo(3);
    assertThat(details.hydration())
        .contains(
            new Hydration(
                "Failed", "no", "new", "old", Optional.of(Instant.parse("2026-01-02T00:00:00Z"))));
    assertThat(details.syncSince()).isEmpty();
  }

  @Test
  void ofManyResourcesOnlySomeAreKeptAndTheRestIsCounted() {
    String resources =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{kind: Pod, name: p" + i + ", status: OutOfSync}")
            .collect(Collectors.joining(","));

    Details details = details("status: {resources: [" + resources + "]}");

    assertThat(details.affected()).hasSize(Details.MOST);
    assertThat(details.moreAffected()).isEqualTo(1000 - Details.MOST);
  }

  @Test
  void longAndManyIgnoredFieldsAreCutAndCounted() {
    String fields =
        IntStream.range(0, 30)
            .mapToObj(i -> "/x" + i + "y".repeat(1000))
            .collect(Collectors.joining(","));

    Details details =
        details("spec: {ignoreDifferences: [{kind: A, jsonPointers: [" + fields + "]}]}");

    IgnoredDifference rule = details.ignored().get(0);
    assertThat(rule.fieldCount()).isEqualTo(30);
    assertThat(rule.fields()).hasSize(5).allMatch(field -> field.length() == 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{repoURL: a, path: p} | {}                                                              |"
            + " false",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: p}}                                 |"
            + " false",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: q}}                                 |"
            + " true",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: p}, destination: {namespace: web}}  |"
            + " false",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: p}, destination: {namespace: old}}  |"
            + " true",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: p}, destination: {server: s}}       |"
            + " false",
        "{repoURL: a, path: p} | {source: {repoURL: a, path: p}, ignoreDifferences: [{kind: A}]} |"
            + " true",
      })
  void theStatusIsOlderThanTheSpecWhenSomethingElseWasCompared(
      String source, String compared, boolean expected) {
    Details details =
        details(
            "spec: {destination: {namespace: web}, source: "
                + source
                + "}\nstatus: {sync: {comparedTo: "
                + compared
                + "}}");

    assertThat(details.comparedToOther()).isEqualTo(expected);
  }

  @Test
  void theLastDeploymentsAreKeptWithWhoStartedThem() {
    StringBuilder history = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      history.append("{deployedAt: \"2026-01-0" + day + "T00:00:00Z\", revision: r" + day + "}, ");
    }
    Details details =
        details(
            "status: {history: ["
                + history
                + "{deployedAt: \"2026-01-08T00:00:00Z\", revisions: [a, b],"
                + " initiatedBy: {username: ada}},"
                + "{deployedAt: \"2026-01-09T00:00:00Z\", revision: c,"
                + " initiatedBy: {automated: true}}]}");

    assertThat(details.deployedAt()).contains(Instant.parse("2026-01-09T00:00:00Z"));
    assertThat(details.deployments()).hasSize(Deployment.MOST);
    assertThat(details.deployments().subList(0, 3))
        .containsExactly(
            new Deployment(Instant.parse("2026-01-09T00:00:00Z"), List.of("c"), "", true),
            new Deployment(Instant.parse("2026-01-08T00:00:00Z"), List.of("a", "b"), "ada", false),
            new Deployment(Instant.parse("2026-01-07T00:00:00Z"), List.of("r7"), "", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {ignoreDifferences: 1}",
        "spec: {ignoreDifferences: [1]}",
        "status: {history: [1]}",
        "status: {operationState: {retryCount: -1}}",
        "status: {operationState: {retryCount: many}}",
        "status: {sourceHydrator: []}",
        "status: {resources: [{health: 3, status: OutOfSync}]}"
      })
  void strangeShapesAreProblemsAndNothingElse(String rest) {
    Application app = decode(rest);

    assertThat(app.problems()).isNotEmpty();
  }

  private static Details details(String rest) {
    Application app = decode(rest);
    assertThat(app.problems()).isEmpty();
    return app.details();
  }

  private static Application decode(String rest) {
    return ApplicationDecoder.decode("c", Resources.application("app", rest));
  }
}
