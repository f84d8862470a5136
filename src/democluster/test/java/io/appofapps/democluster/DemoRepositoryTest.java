package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.democluster.Landscape.App;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The repository and the cluster of the demo tell the same. */
class DemoRepositoryTest {
  private final Landscape landscape = Landscape.load();
  private final DemoRepository git = DemoData.repository("http://127.0.0.1:1/hq/deployments.git");

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void declaresEachChildInTheFolderOfItsParentAsTheClusterHasIt() throws IOException {
    List<GenericKubernetesResource> live;
    try (EmbeddedCluster cluster = EmbeddedCluster.start()) {
      DemoData.seed(cluster, git);
      live =
          landscape.allApplications().stream()
              .map(app -> cluster.application(app.namespace(), app.name()).orElseThrow())
              .toList();
    }
    int compared = 0;
    for (int i = 0; i < live.size(); i++) {
      App app = landscape.allApplications().get(i);
      if (app.parent() != null && !landscape.state(app.name()).pruning()) {
        String folder = landscape.declared(app.parent()).orElseThrow().path();
        GenericKubernetesResource declared =
            Serialization.yamlMapper()
                .readValue(
                    file(folder + "/" + app.name() + ".yaml"), GenericKubernetesResource.class);
        Object specInGit = declared.get("spec");
        Object specInCluster = live.get(i).get("spec");
        assertThat(specInGit).as(app.name()).isEqualTo(specInCluster);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void namesTheStoriesBetweenTwoEnvironmentsOfAService() throws IOException {
    assertThat(messagesBetween("storefront-staging", "storefront-dev"))
        .hasSize(2)
        .allSatisfy(message -> assertThat(message).matches("SHOP-\\d+ Storefront.*"));
    assertThat(messagesBetween("storefront-prod", "storefront-staging"))
        .anySatisfy(message -> assertThat(message).startsWith("Storefront 5.3.2 to staging"));
  }

  @Test
  void beganBeforeNowAndEndsBeforeNow() throws IOException {
    try (RevWalk walk = new RevWalk(git.repository())) {
      assertThat(walk.parseCommit(git.head()).getCommitterIdent().getWhenAsInstant())
          .isBefore(Instant.now());
    }
  }

  private List<String> messagesBetween(String older, String newer) throws IOException {
    try (RevWalk walk = new RevWalk(git.repository())) {
      walk.markStart(walk.parseCommit(last(newer)));
      walk.markUninteresting(walk.parseCommit(last(older)));
      List<String> messages = new ArrayList<>();
      for (RevCommit commit : walk) {
        messages.add(commit.getShortMessage());
      }
      return messages;
    }
  }

  private ObjectId last(String application) {
    List<String> revisions = git.revisions(application);
    return ObjectId.fromString(revisions.get(revisions.size() - 1));
  }

  private byte[] file(String path) throws IOException {
    return git.repository()
        .open(git.repository().resolve(DemoRepository.BRANCH + ":" + path))
        .getBytes();
  }
}
