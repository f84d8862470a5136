package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of the demo: what a visitor must be able to see. */
class DemoDataTest {
  private final List<GenericKubernetesResource> objects =
      DemoData.objects(Instant.parse("2026-11-23T08:00:00Z"));

  @Test
  void showsEveryHealthAndEverySyncState() {
    assertThat(values("health"))
        .containsExactlyInAnyOrder(
            "Healthy", "Suspended", "Progressing", "Missing", "Degraded", "Unknown");
    assertThat(values("sync")).containsExactlyInAnyOrder("Synced", "OutOfSync", "Unknown");
  }

  @Test
  void hasTwelveServicesInThreeEnvironmentsWithDifferentVersions() {
    assertThat(Landscape.load().services())
        .hasSize(12)
        .allSatisfy(
            service ->
                assertThat(List.of(service.dev(), service.staging(), service.prod()))
                    .doesNotContainNull());
    assertThat(Landscape.load().services())
        .filteredOn(service -> !service.dev().equals(service.prod()))
        .hasSize(12);
  }

  @Test
  void hasACycleAMissingChildASharedChildAndAnOrphan() {
    assertThat(childrenOf("gitops-tooling")).contains("gitops-bootstrap");
    assertThat(childrenOf("gitops-bootstrap")).contains("gitops-tooling");
    assertThat(childrenOf("emea-staging")).contains("loyalty-staging");
    assertThat(names()).doesNotContain("loyalty-staging");
    assertThat(childrenOf("emea-prod")).contains("shared-cache");
    assertThat(childrenOf("apac-prod")).contains("shared-cache");
    assertThat(childrenOf("legacy-fax-gateway")).isEmpty();
    assertThat(application("legacy-fax-gateway").getMetadata().getAnnotations()).isNullOrEmpty();
  }

  @Test
  void isAtLeastFourLevelsDeep() {
    assertThat(childrenOf("hq")).contains("emea");
    assertThat(childrenOf("emea")).contains("emea-prod");
    assertThat(childrenOf("emea-prod")).contains("payments-prod");
  }

  @Test
  void generatesChildrenOwnedByTheApplicationSet() {
    assertThat(applications())
        .filteredOn(app -> app.getMetadata().getOwnerReferences().size() == 1)
        .hasSize(3)
        .allSatisfy(
            app ->
                assertThat(app.getMetadata().getOwnerReferences().get(0).getController()).isTrue());
  }

  private Set<Object> values(String field) {
    return applications()
        .map(app -> app.get("status", field, "status"))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<Object> childrenOf(String parent) {
    List<Map<String, Object>> resources = application(parent).get("status", "resources");
    return resources.stream()
        .filter(entry -> "Application".equals(entry.get("kind")))
        .map(entry -> entry.get("name"))
        .toList();
  }

  private GenericKubernetesResource application(String name) {
    return applications()
        .filter(app -> app.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return applications().map(app -> app.getMetadata().getName()).toList();
  }

  private Stream<GenericKubernetesResource> applications() {
    return objects.stream().filter(object -> object.getKind().equals("Application"));
  }
}
