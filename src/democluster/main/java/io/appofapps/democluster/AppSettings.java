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
    Path file = home.resolve("shared-home").resolve("app-of-apps.yaml");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, document(Files.readString(kubeconfig), argoCdUrl));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
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
