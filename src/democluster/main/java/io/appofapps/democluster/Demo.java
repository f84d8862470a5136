package io.appofapps.democluster;

import java.time.Duration;
import java.util.Optional;

/** {@code mvn -Pdemo}: the development host with the app, on an embedded or a given cluster. */
public final class Demo {
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(4);

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
    try (EmbeddedDemo demo = EmbeddedDemo.start()) {
      demo.configure(options.home());
      System.out.printf(
          "Git: %s (user %s, token %s)%n", demo.git().url(), DemoGit.USER, DemoGit.TOKEN);
      if (!options.quiet()) {
        demo.stir(BETWEEN_CHANGES);
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
