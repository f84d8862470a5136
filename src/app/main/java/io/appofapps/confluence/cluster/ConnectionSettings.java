package io.appofapps.confluence.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One usable connection of the settings file.
 *
 * @param connection key of the connection
 * @param kubeconfig absolute path of the kubeconfig
 * @param context context of the kubeconfig, empty for its current one
 * @param namespaces namespaces to watch, empty for all
 * @param argoCdUrl base address of Argo CD's user interface
 */
public record ConnectionSettings(
    String connection,
    Path kubeconfig,
    Optional<String> context,
    List<String> namespaces,
    Optional<URI> argoCdUrl) {

  public ConnectionSettings {
    namespaces = List.copyOf(namespaces);
  }
}
