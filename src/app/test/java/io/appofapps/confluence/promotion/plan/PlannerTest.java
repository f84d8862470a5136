package io.appofapps.confluence.promotion.plan;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.Apps.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private final FilesInMemory files = new FilesInMemory();
  private final List<Application> applications = new ArrayList<>();

  @Test
  void aTargetRevisionIsMovedInTheManifestThatDeclaresTheChild() {
    files
        .with("apps/payments-staging.yaml", manifest("payments-staging", "v1.5.0  # tested"))
        .with("apps/payments-prod.yaml", manifest("payments-prod", "\"v1.4.2\""));
    parent("apps");
    child("payments-staging", "v1.5.0");
    child("payments-prod", "v1.4.2");

    Plan plan = plan();

    assertThat(plan.blockers()).isEmpty();
    assertThat(plan.moves()).containsExactly(new Move("targetRevision", "v1.4.2", "v1.5.0"));
    assertThat(plan.edits())
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.path()).isEqualTo("apps/payments-prod.yaml");
              assertThat(edit.diff())
                  .contains("\n-    targetRevision: \"v1.4.2\"\n+    targetRevision: \"v1.5.0\"\n");
            });
  }

  @Test
  void anImageIsMovedInTheOverlayOfTheTarget() {
    files
        .with("svc/overlays/staging/kustomization.yaml", overlay("1.5.0"))
        .with("svc/overlays/prod/kustomization.yaml", overlay("1.4.2"))
        .with(
            "apps/all.yaml",
            manifest("payments-staging", "main") + "---\n" + manifest("payments-prod", "main"));
    parent("apps");
    folder("payments-staging", "svc/overlays/staging", "ghcr.io/acme/payments:1.5.0");
    folder("payments-prod", "svc/overlays/prod", "ghcr.io/acme/payments:1.4.2");

    Plan plan = plan();

    assertThat(plan.blockers()).isEmpty();
    assertThat(plan.moves())
        .containsExactly(new Move("images[ghcr.io/acme/payments].newTag", "1.4.2", "1.5.0"));
    assertThat(plan.edits())
        .extracting(FileEdit::path)
        .containsExactly("svc/overlays/prod/kustomization.yaml");
  }

  @Test
  void whatTheSourceDoesNotRunIsNotMoved() {
    files
        .with("svc/overlays/staging/kustomization.yaml", overlay("1.6.0"))
        .with("svc/overlays/prod/kustomization.yaml", overlay("1.4.2"));
    parent("apps");
    folder("payments-staging", "svc/overlays/staging", "ghcr.io/acme/payments:1.5.0");
    folder("payments-prod", "svc/overlays/prod", "ghcr.io/acme/payments:1.4.2");

    assertThat(plan().blockers()).extracting(Blocker::code).containsExactly("not-running");
  }

  @Test
  void aFileThatAnotherEnvironmentReadsIsNotTouched() {
    files
        .with("svc/values.yaml", "image:\n  tag: 1.4.2\n")
        .with("svc/values-staging.yaml", "image:\n  tag: 1.5.0\n");
    parent("apps");
    chart("payments-staging", "values.yaml", "values-staging.yaml");
    chart("payments-prod", "values.yaml");

    assertThat(plan().blockers()).extracting(Blocker::code).containsExactly("shared");
  }

  @Test
  void branchesAreNotVersions() {
    files
        .branch("release-a")
        .with("apps/s.yaml", manifest("payments-staging", "main"))
        .with("apps/p.yaml", manifest("payments-prod", "release-a"));
    parent("apps");
    child("payments-staging", "main");
    child("payments-prod", "release-a");

    Plan plan = plan();

    assertThat(plan.edits()).isEmpty();
    assertThat(plan.blockers()).extracting(Blocker::code).containsExactly("nothing-to-move");
  }

  @Test
  void aChildWithoutAParentIsNotLocated() {
    child("payments-staging", "v1.5.0");
    child("payments-prod", "v1.4.2");

    assertThat(plan().blockers()).extracting(Blocker::code).contains("not-located");
  }

  @Test
  void anAnnotationNamesThePlace() {
    files
        .with("versions/staging.yaml", "payments: 1.5.0\n")
        .with("versions/prod.yaml", "payments: '1.4.2' # keep\n");
    applications.add(named("payments-staging", "versions/staging.yaml#/payments"));
    applications.add(named("payments-prod", "versions/prod.yaml#/payments"));

    Plan plan = plan();

    assertThat(plan.blockers()).isEmpty();
    assertThat(new String(plan.edits().get(0).after(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("payments: '1.5.0' # keep\n");
  }

  @Test
  void aBranchIsAskedForOnceSoThatAPlanIsOfOneCommit() {
    files
        .with("svc/values-staging.yaml", "api: {tag: 1.5.0}\nworker: {tag: 1.5.0}\n")
        .with("svc/values-prod.yaml", "api: {tag: 1.4.2}\nworker: {tag: 1.4.1}\n");
    parent("apps");
    chart("payments-staging", "values-staging.yaml");
    chart("payments-prod", "values-prod.yaml");

    assertThat(plan().moves()).hasSize(2);
    assertThat(files.resolved()).containsExactly("main");
  }

  private Plan plan() {
    Forest forest = Forest.of(applications, List.of());
    return new Planner(files, forest, key -> key.name().replaceFirst(".*-", ""))
        .plan(
            "payments",
            "staging",
            "prod",
            forest.node(NodeId.application(key("payments-staging"))).orElseThrow(),
            forest.node(NodeId.application(key("payments-prod"))).orElseThrow());
  }

  private void parent(String path) {
    applications.add(
        app("root").source(path, "", "main").lists("payments-staging", "payments-prod").build());
  }

  private void child(String name, String revision) {
    applications.add(app(name).source("svc/plain", "", revision).build());
  }

  private void folder(String name, String path, String image) {
    applications.add(app(name).source(path, "", "main").images(image).build());
  }

  private void chart(String name, String... valueFiles) {
    applications.add(app(name).source("svc", "", "main", valueFiles).build());
  }

  private static Application named(String name, String place) {
    Apps builder = app(name).source("svc", "", "main");
    return builder.annotation(NamedPlaces.ANNOTATION, place).build();
  }

  private static String manifest(String name, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: %s
      namespace: argocd
    spec:
      source:
        repoURL: https://git.example.com/gitops
        path: svc/plain
        targetRevision: %s
    """
        .formatted(name, revision);
  }

  private static String overlay(String tag) {
    return """
    resources:
      - ../../base
    images:
      - name: ghcr.io/acme/payments
        newTag: "%s"
    """
        .formatted(tag);
  }
}
