package io.appofapps.democluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the app's configuration, {@code app-of-apps.yaml} in the shared home. */
public final class AppSettings {
  private AppSettings() {}

  /**
   * One connection, named {@code default}, to the cluster of that kubeconfig, with Argo CD's
   * address where known.
   */
  public static void write(Path home, Path kubeconfig, Optional<String> argoCdUrl) {
    write(home, kubeconfig, argoCdUrl, "");
  }

  /**
   * The same with the demo's Git repository, and promotions: staging needs nobody's approval,
   * production that of one other person.
   */
  static void writeDemo(Path home, Path kubeconfig, String argoCdUrl, String repository) {
    write(home, kubeconfig, Optional.of(argoCdUrl), promotions(repository));
  }

  private static void write(
      Path home, Path kubeconfig, Optional<String> argoCdUrl, String further) {
    Path file = home.resolve("shared-home").resolve("app-of-apps.yaml");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, document(Files.readString(kubeconfig), argoCdUrl) + further);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String promotions(String repository) {
    return """
    repositories:
    - id: deployments
      url: %s
      signIn: {user: %s, token: {value: %s}}
    promotion:
      enabled: true
      freezers: [platform-approvers]
      environments:
      - {environment: staging, approvals: 0}
      - {environment: prod, approvals: 1, groups: [platform-approvers]}
      - {environment: "*", approvals: 1}
    """
        .formatted(repository, DemoGit.USER, DemoGit.TOKEN);
  }

  private static String document(String kubeconfig, Optional<String> argoCdUrl) {
    return """
    version: 1
    connections:
    - id: default
      name: Demo
    %s  signIn:
        kind: kubeconfig
        kubeconfig:
          value: |
    """
            .formatted(argoCdUrl.map(url -> "  argoCdUrl: " + url + "\n").orElse(""))
        + kubeconfig.indent(8);
  }
}
