package io.appofapps.democluster;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Everything the demo shows: a cluster with the demo's Applications, the Git host that they are
 * declared at, and the controller that applies what lands there.
 */
public final class EmbeddedDemo implements AutoCloseable {
  private static final String ARGO_CD = "https://argocd.example.com";
  private static final Duration GIT_PACE = Duration.ofSeconds(1);
  private static final long SEED = 20261123L;

  private final EmbeddedCluster cluster = EmbeddedCluster.start();
  private final DemoGit git = DemoGit.start();
  private final ControllerStandIn controller =
      new ControllerStandIn(cluster, git.repository(), Clock.systemUTC(), SEED);

  private EmbeddedDemo() {}

  /** Starts it; nothing changes but by what is pushed. */
  public static EmbeddedDemo start() {
    EmbeddedDemo demo = new EmbeddedDemo();
    DemoData.seed(demo.cluster, demo.git.repository());
    demo.controller.follow(GIT_PACE);
    return demo;
  }

  /** The Kubernetes API. */
  public EmbeddedCluster cluster() {
    return cluster;
  }

  /** The Git host. */
  public DemoGit git() {
    return git;
  }

  /** Lets something change after each interval. */
  void stir(Duration interval) {
    controller.run(interval);
  }

  /** Writes the app's configuration for a host with that home. */
  public void configure(Path home) {
    Path kubeconfig = home.resolve("shared-home").resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    AppSettings.writeDemo(home, kubeconfig, ARGO_CD, git.url());
  }

  @Override
  public void close() {
    controller.close();
    git.close();
    cluster.close();
  }
}
