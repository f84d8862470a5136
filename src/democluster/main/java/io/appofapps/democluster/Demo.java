package io.appofapps.democluster;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** {@code mvn -Pdemo}: the development host with the app, on an embedded or a given cluster. */
public final class Demo {
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(4);
  private static final String DEMO_ARGO_CD = "https://argocd.example.com";

  private Demo() {}

  /** Runs until the host ends or the JVM is told to. */
  public static void main(String[] arguments) throws InterruptedException {
    DemoOptions options = DemoOptions.of(System.getProperties());
    if (options.kubeconfig().isPresent()) {
      AppSettings.write(options.home(), options.kubeconfig().get(), Optional.empty());
      runHost(options);
    } else {
      runOnEmbeddedCluster(options);
    }
  }

  private static void runOnEmbeddedCluster(DemoOptions options) throws InterruptedException {
    try (EmbeddedCluster cluster = EmbeddedCluster.start();
        ControllerStandIn controller =
            new ControllerStandIn(cluster, Clock.systemUTC(), 20261123L)) {
      DemoData.seed(cluster);
      Path kubeconfig = options.home().resolve("shared-home").resolve("kubeconfig");
      cluster.writeKubeconfig(kubeconfig);
      AppSettings.write(options.home(), kubeconfig, Optional.of(DEMO_ARGO_CD));
      if (!options.quiet()) {
        controller.run(BETWEEN_CHANGES);
      }
      runHost(options);
    }
  }

  private static void runHost(DemoOptions options) throws InterruptedException {
    try (HostNodes hosts = HostNodes.start(options, System.out::println)) {
      hosts.await();
    }
  }
}
