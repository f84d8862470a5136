package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.OwnerReference;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationDecoderTest {

  @Test
  void aCompleteApplicationIsReadWhole() {
    Application app =
        decode(
            """
            spec:
              project: shop
              source: {repoURL: "https://git/x", path: apps, targetRevision: main, helm: {valueFiles: [values.yaml]}}
              destination: {server: "https://kubernetes.default.svc", namespace: web}
              syncPolicy: {automated: {}}
              info: [{name: Owner, value: team}]
            status:
              sync: {status: OutOfSync, revision: abc}
              health: {status: Degraded, lastTransitionTime: "2026-01-02T03:04:05Z"}
              operationState: {phase: Failed, message: no}
              reconciledAt: "2026-01-02T04:04:05+01:00"
              summary: {images: ["a:1"], externalURLs: ["https://x"]}
              conditions: [{type: SyncError, message: bad}]
              resources:
                - {group: argoproj.io, kind: Application, namespace: argocd, name: child, status: OutOfSync}
                - {group: argoproj.io, kind: ApplicationSet, name: set, status: Synced, requiresPruning: true}
                - {kind: Service, name: web}
            """);

    assertThat(app.problems()).isEmpty();
    assertThat(app.project()).isEqualTo("shop");
    assertThat(app.sources())
        .containsExactly(new Source("https://git/x", "apps", "", "main", List.of("values.yaml")));
    assertThat(app.destination())
        .isEqualTo(new Destination("https://kubernetes.default.svc", "", "web"));
    assertThat(app.automated()).isTrue();
    assertThat(app.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
    assertThat(app.revisions()).containsExactly("abc");
    assertThat(app.health()).isEqualTo(HealthStatus.DEGRADED);
    assertThat(app.healthSince()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(app.reconciledAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(app.operationPhase()).isEqualTo("Failed");
    assertThat(app.children())
        .containsExactly(
            new ChildReference(
                ChildReference.Kind.APPLICATION, "argocd", "child", SyncStatus.OUT_OF_SYNC, false),
            new ChildReference(
                ChildReference.Kind.APPLICATION_SET, "", "set", SyncStatus.SYNCED, true));
    assertThat(app.resources()).isEqualTo(new ResourceCounts(3, 1, 1));
    assertThat(app.images()).containsExactly("a:1");
    assertThat(app.externalUrls()).containsExactly("https://x");
    assertThat(app.conditions()).extracting("type").containsExactly("SyncError");
    assertThat(app.info()).extracting("value").containsExactly("team");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com/notes, 256",
    "notes, 256",
    "a8r.io/owner, 1000",
    "argocd.argoproj.io/manifest-generate-paths, 1000",
    "link.argocd.argoproj.io/dashboard, 1000",
    "kargo.akuity.io/authorized-stage, 1000"
  })
  void longAnnotationsAreCutWhereTheAppDoesNotReadThem(String name, int expected) {
    GenericKubernetesResource resource = Resources.application("app", "");
    resource.getMetadata().setAnnotations(Map.of(name, "x".repeat(1000)));

    Application app = ApplicationDecoder.decode("c", resource);

    assertThat(app.annotations().get(name)).hasSize(expected);
    assertThat(app.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spec: {}", "spec: {project: p}\nstatus: {}", "spec: null"})
  void whatIsAbsentIsEmptyAndNoProblem(String rest) {
    Application app = decode(rest);

    assertThat(app.problems()).isEmpty();
    assertThat(app.sync()).isEqualTo(SyncStatus.UNKNOWN);
    assertThat(app.health()).isEqualTo(HealthStatus.UNKNOWN);
    assertThat(app.resources()).isEqualTo(ResourceCounts.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {syncPolicy: {}}                                   | false",
        "spec: {syncPolicy: {automated: {}}}                      | true",
        "spec: {syncPolicy: {automated: {enabled: true}}}         | true",
        "spec: {syncPolicy: {automated: {enabled: false}}}        | false",
        "spec: {syncPolicy: {automated: {prune: true}}}           | true",
        "spec: {syncPolicy: {automated: null}}                    | false"
      })
  void automaticSyncIsOnWhenItsObjectIsThereAndNotDisabled(String rest, boolean expected) {
    assertThat(decode(rest).automated()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source: {repoURL: a}                                                                | a",
        "source: {repoURL: a}, sources: [{repoURL: b}, {repoURL: c}]                         | b c",
        "source: {repoURL: a}, sources: []                                                   | a",
        "sourceHydrator: {drySource: {repoURL: d}, syncSource: {targetBranch: e}}, source: {repoURL: a} | d",
        "sourceHydrator: {drySource: {repoURL: d}, syncSource: {repoURL: s}}                 | s"
      })
  void theSourceThatCountsWins(String spec, String urls) {
    assertThat(decode("spec: {" + spec + "}").sources())
        .extracting(Source::repoUrl)
        .containsExactly(urls.split(" "));
  }

  @Test
  void aHydratorSyncsItsTargetBranch() {
    assertThat(
            decode(
                    "spec: {sourceHydrator: {drySource: {repoURL: d}, syncSource: {targetBranch:"
                        + " env/prod, path: p}}}")
                .sources())
        .containsExactly(new Source("d", "p", "", "env/prod", List.of()));
  }

  @Test
  void severalRevisionsWinOverOne() {
    assertThat(decode("status: {sync: {revision: a, revisions: [b, c]}}").revisions())
        .containsExactly("b", "c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: {health: {status: Superb}}              | health \"Superb\"",
        "status: {sync: {status: Sideways}}              | sync status \"Sideways\"",
        "status: {health: Healthy}                       | status.health is not an object",
        "status: {health: {status: 7}}                   | status.health.status is not a text",
        "status: {resources: {a: b}}                     | status.resources is not a list",
        "status: {resources: [7]}                        | status.resources[0] is not an object",
        "'status: {resources: [{group: argoproj.io, kind: Application}]}' | status.resources[0] has no name",
        "status: {reconciledAt: yesterday}               | status.reconciledAt is not a date",
        "spec: text                                      | spec is not an object",
        "spec: {syncPolicy: {automated: {enabled: 'yes'}}} | enabled is neither true nor false",
        "spec: {info: [[]]}                              | spec.info[0] is not an object",
        "status: 1                                       | status is not an object"
      })
  void aMalformedPartIsAProblemAndNothingWorse(String rest, String problem) {
    Application app = decode(rest);

    assertThat(app.problems()).singleElement().asString().contains(problem);
    assertThat(app.key().name()).isEqualTo("app");
  }

  @Test
  void fiveMegabytesOfResourcesAreCountedAndDropped() {
    List<Object> resources = new ArrayList<>();
    String filler = "x".repeat(200);
    for (int i = 0; i < 25_000; i++) {
      resources.add(
          Map.of(
              "kind", "Pod", "name", "p" + i, "status", "Synced", "health", Map.of("m", filler)));
    }
    resources.add(Map.of("group", "argoproj.io", "kind", "Application", "name", "child"));
    GenericKubernetesResource resource = Resources.application("app", "");
    resource.setAdditionalProperty("status", Map.of("resources", resources));

    Application app = ApplicationDecoder.decode("c", resource);

    assertThat(app.resources()).isEqualTo(new ResourceCounts(25_001, 0, 0));
    assertThat(app.children()).hasSize(1);
    assertThat(app.toString().length()).isLessThan(2_000);
  }

  @Test
  void hugeTextsAndListsAreCutAndSaid() {
    GenericKubernetesResource resource = Resources.application("app", "");
    List<String> images = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      images.add("i" + i);
    }
    resource.setAdditionalProperty(
        "status",
        Map.of(
            "operationState", Map.of("message", "m".repeat(5_000_000)),
            "summary", Map.of("images", images)));

    Application app = ApplicationDecoder.decode("c", resource);

    assertThat(app.operationMessage()).hasSizeLessThan(10_000).startsWith("mmm");
    assertThat(app.images()).hasSizeLessThan(1_000).startsWith("i0");
    assertThat(app.problems())
        .anyMatch(p -> p.contains("message is too long"))
        .anyMatch(p -> p.contains("images has too many"));
  }

  @Test
  void aThousandProblemsAreSummedUp() {
    List<Object> resources = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      resources.add(i);
    }
    GenericKubernetesResource resource = Resources.application("app", "");
    resource.setAdditionalProperty("status", Map.of("resources", resources));

    List<String> problems = ApplicationDecoder.decode("c", resource).problems();

    assertThat(problems).hasSizeLessThan(30);
    assertThat(problems).last().asString().contains("980 more");
  }

  @Test
  void metadataIsKeptWithoutKubectlsCopyOfTheManifest() {
    GenericKubernetesResource resource = Resources.application("app", "");
    resource
        .getMetadata()
        .setAnnotations(
            Map.of(
                "kubectl.kubernetes.io/last-applied-configuration", "{}",
                "argocd.argoproj.io/tracking-id", "root:argoproj.io/Application:argocd/app",
                "a", "b"));
    resource.getMetadata().setLabels(Map.of("env", "dev"));
    resource.getMetadata().setCreationTimestamp("2026-01-02T03:04:05Z");
    resource.getMetadata().setDeletionTimestamp("2026-01-02T03:04:06Z");

    Application app = ApplicationDecoder.decode("c", resource);

    assertThat(app.annotations()).containsOnlyKeys("argocd.argoproj.io/tracking-id", "a");
    assertThat(app.trackingId()).isEqualTo("root:argoproj.io/Application:argocd/app");
    assertThat(app.labels()).containsEntry("env", "dev");
    assertThat(app.createdAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(app.deletedAt()).contains(Instant.parse("2026-01-02T03:04:06Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "argoproj.io/v1alpha1, ApplicationSet, true, true",
    "argoproj.io/v1alpha1, ApplicationSet, false, false",
    "argoproj.io/v1alpha1, Application, true, false",
    "apps/v1, ApplicationSet, true, false"
  })
  void onlyAControllingApplicationSetIsTheOwner(
      String apiVersion, String kind, boolean controller, boolean expected) {
    GenericKubernetesResource resource = Resources.application("app", "");
    resource
        .getMetadata()
        .setOwnerReferences(
            List.of(
                new io.fabric8.kubernetes.api.model.OwnerReferenceBuilder()
                    .withApiVersion(apiVersion)
                    .withKind(kind)
                    .withName("set")
                    .withUid("u")
                    .withController(controller)
                    .build()));

    assertThat(ApplicationDecoder.decode("c", resource).owner())
        .isEqualTo(expected ? Optional.of(new OwnerReference("u", "set")) : Optional.empty());
  }

  private static Application decode(String rest) {
    return ApplicationDecoder.decode("c", Resources.application("app", rest));
  }
}
