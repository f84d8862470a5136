package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LsRemoteCommand;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as Git clients see it. */
@Timeout(90)
class EmbeddedDemoTest {
  private static final String FILE = "regions/emea/prod/storefront-prod.yaml";
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path directory;
  private final EmbeddedDemo demo = EmbeddedDemo.start();

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void servesItsRepositoryToWhoKnowsTheToken() throws Exception {
    assertThat(list(DemoGit.TOKEN)).extracting(Ref::getName).contains("refs/heads/main");
    assertThatThrownBy(() -> list("guessed")).isInstanceOf(TransportException.class);
  }

  @Test
  void whatIsPushedIsDeployedWithinSeconds() throws Exception {
    try (Git clone =
        Git.cloneRepository()
            .setURI(demo.git().url())
            .setDirectory(directory.toFile())
            .setCredentialsProvider(credentials(DemoGit.TOKEN))
            .call()) {
      Path file = directory.resolve(FILE);
      Files.writeString(file, Files.readString(file).replace("5.3.1", "5.3.2"));
      clone
          .commit()
          .setAll(true)
          .setSign(false)
          .setAuthor("Dev", "dev@example.com")
          .setCommitter("Dev", "dev@example.com")
          .setMessage("Promote storefront to 5.3.2 in prod")
          .call();
      clone.push().setCredentialsProvider(credentials(DemoGit.TOKEN)).call();
    }

    String commit = demo.git().head().name();
    assertThat(demo.git().log().get(0).getShortMessage()).startsWith("Promote storefront");
    assertThat(demo.git().file(FILE)).contains("5.3.2").doesNotContain("5.3.1");
    long begin = System.nanoTime();
    while (!isDeployed(commit) && System.nanoTime() - begin < LIMIT) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(isDeployed(commit)).isTrue();
    List<String> images = application().get("status", "summary", "images");
    assertThat(images).containsExactly("registry.example.com/storefront:5.3.2");
  }

  private boolean isDeployed(String commit) {
    GenericKubernetesResource app = application();
    return commit.equals(app.get("status", "sync", "revision"))
        && "Synced".equals(app.get("status", "sync", "status"))
        && "Healthy".equals(app.get("status", "health", "status"));
  }

  private GenericKubernetesResource application() {
    return demo.cluster().application("argocd", "storefront-prod").orElseThrow();
  }

  private List<Ref> list(String token) throws Exception {
    LsRemoteCommand command =
        Git.lsRemoteRepository()
            .setRemote(demo.git().url())
            .setCredentialsProvider(credentials(token));
    return List.copyOf(command.call());
  }

  private static CredentialsProvider credentials(String token) {
    return new UsernamePasswordCredentialsProvider(DemoGit.USER, token);
  }
}
