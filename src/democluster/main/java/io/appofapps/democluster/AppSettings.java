package io.appofapps.democluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Writes the app's settings file, {@code app-of-apps.properties} in the shared home. */
public final class AppSettings {
  private AppSettings() {}

  /** One connection to the cluster of that kubeconfig, with Argo CD's address where known. */
  public static void write(Path home, Path kubeconfig, Optional<String> argoCdUrl) {
    Path file = home.resolve("shared-home").resolve("app-of-apps.properties");
    Properties settings = new Properties();
    settings.setProperty("kubeconfig", kubeconfig.toAbsolutePath().toString());
    argoCdUrl.ifPresent(url -> settings.setProperty("argocd.url", url));
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        settings.store(writer, "App of Apps: the cluster to read");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
