package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.git.NewCommits;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What lands on the branch comes into the cluster as Argo CD would bring it. */
@Timeout(60)
class GitWatchTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private final DemoRepository git = DemoData.repository("http://127.0.0.1:1/hq/deployments.git");
  private final GitWatch watch = new GitWatch(cluster, git, Clock.fixed(NOW, ZoneOffset.UTC));

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
  void changesNothingWhileNothingLands() {
    watch.step();

    assertThat(state("emea-prod")).isEqualTo("Synced/Healthy");
    assertThat(state("storefront-prod")).isEqualTo("Synced/Healthy");
  }

  @Test
  void bringsANewImageByParentAndChildToHealthy() throws IOException {
    String commit = replace("regions/emea/prod/storefront-prod.yaml", "5.3.1", "5.3.2");

    watch.step();
    assertThat(state("emea-prod")).isEqualTo("OutOfSync/Healthy");
    assertThat(entry("emea-prod", "storefront-prod")).containsEntry("status", "OutOfSync");
    assertThat(images("storefront-prod")).containsExactly("registry.example.com/storefront:5.3.1");

    watch.step();
    assertThat(state("emea-prod")).isEqualTo("Synced/Healthy");
    assertThat(entry("emea-prod", "storefront-prod")).containsEntry("status", "Synced");
    assertThat(state("storefront-prod")).isEqualTo("OutOfSync/Progressing");
    assertThat(watch.isApplying("storefront-prod")).isTrue();

    watch.step();
    assertThat(state("storefront-prod")).isEqualTo("Synced/Healthy");
    assertThat(images("storefront-prod")).containsExactly("registry.example.com/storefront:5.3.2");
    GenericKubernetesResource child = application("storefront-prod");
    String revision = child.get("status", "sync", "revision");
    assertThat(revision).isEqualTo(commit);
    List<Map<String, Object>> history = child.get("status", "history");
    assertThat(history.get(history.size() - 1)).containsEntry("revision", commit);
    assertThat(child.getMetadata().getAnnotations())
        .containsEntry(
            "argocd.argoproj.io/tracking-id",
            "emea-prod:argoproj.io/Application:argocd/storefront-prod");
    assertThat(watch.isApplying("storefront-prod")).isFalse();
  }

  @Test
  void takesTheVersionOfAChartAsRevision() throws IOException {
    replace("regions/emea/prod/search-prod.yaml", "0.18.7", "0.19.0");

    watch.step();
    watch.step();
    watch.step();

    String revision = application("search-prod").get("status", "sync", "revision");
    assertThat(revision).isEqualTo("0.19.0");
    assertThat(images("search-prod")).containsExactly("registry.example.com/search:0.19.0");
  }

  @Test
  void waitsForAPersonWhereSyncIsNotAutomatic() throws IOException {
    replace("regions/emea/prod/catalog-prod.yaml", "1.20.1", "1.20.3");

    for (int i = 0; i < 5; i++) {
      watch.step();
    }

    String declared = application("catalog-prod").get("spec", "source", "targetRevision");
    assertThat(declared).isEqualTo("1.20.3");
    assertThat(state("catalog-prod")).isEqualTo("OutOfSync/Healthy");
    assertThat(state("emea-prod")).isEqualTo("Synced/Healthy");
  }

  @Test
  void goesOnWhenAFileIsNoManifest() throws IOException {
    commit("regions/emea/prod/notes.yaml", "{ not: yaml");
    replace("regions/emea/prod/cart-prod.yaml", "2.7.5", "2.8.0");

    watch.step();
    watch.step();
    watch.step();

    assertThat(images("cart-prod")).containsExactly("registry.example.com/cart:2.8.0");
  }

  private String replace(String path, String before, String after) throws IOException {
    byte[] text =
        git.repository()
            .open(git.repository().resolve(DemoRepository.BRANCH + ":" + path))
            .getBytes();
    String changed = new String(text, StandardCharsets.UTF_8).replace(before, after);
    assertThat(changed).contains(after);
    return commit(path, changed);
  }

  private String commit(String path, String text) throws IOException {
    PersonIdent somebody = new PersonIdent("Somebody", "somebody@example.com");
    return NewCommits.add(
            git.repository(), DemoRepository.BRANCH, somebody, "Change", Map.of(path, text))
        .name();
  }

  private GenericKubernetesResource application(String name) {
    return cluster.application("argocd", name).orElseThrow();
  }

  private String state(String name) {
    String sync = application(name).get("status", "sync", "status");
    String health = application(name).get("status", "health", "status");
    return sync + "/" + health;
  }

  private List<String> images(String name) {
    return application(name).get("status", "summary", "images");
  }

  private Map<String, Object> entry(String parent, String child) {
    List<Map<String, Object>> entries = application(parent).get("status", "resources");
    return entries.stream()
        .filter(each -> child.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }
}
