package io.appofapps.confluence.configuration;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One cluster connection.
 *
 * @param id lower-case letters, digits and hyphens, at most 63; never changes, stands in keys
 * @param name for people, not empty
 * @param server address of the API server; empty where the sign-in brings it (kubeconfig, in
 *     cluster)
 * @param caCertificates PEM of the authorities to trust, empty for those of the Java platform
 * @param insecureTls trust any certificate; honoured only where the server's own properties file
 *     allows it
 * @param proxy HTTP proxy on the way to the API server
 * @param signIn how the app proves who it is
 * @param impersonation as whom reads are made, empty for the signed-in account itself
 * @param namespaces namespaces to watch, empty for all
 * @param argoCdUrl base address of Argo CD's user interface
 * @param paused whether watching rests; the last known rows are served
 */
public record ConnectionSettings(
    String id,
    String name,
    Optional<URI> server,
    Optional<String> caCertificates,
    boolean insecureTls,
    Optional<URI> proxy,
    SignIn signIn,
    Optional<Impersonation> impersonation,
    List<String> namespaces,
    Optional<URI> argoCdUrl,
    boolean paused) {

  public ConnectionSettings {
    namespaces = List.copyOf(namespaces);
  }

  /**
   * Kubernetes user impersonation.
   *
   * @param user value of {@code Impersonate-User}, not empty
   * @param groups values of {@code Impersonate-Group}
   */
  public record Impersonation(String user, List<String> groups) {
    public Impersonation {
      groups = List.copyOf(groups);
    }
  }
}
