package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * All that a client needs to reach an API server: the settings with their secrets found and read.
 *
 * @param server address of the API server
 * @param authorities whom to trust, empty for those of the Java platform
 * @param insecureTls trust any certificate; allowed by the server's own rules
 * @param proxy HTTP proxy on the way
 * @param tokens bearer tokens, none where the certificate signs in
 * @param identity client certificate
 * @param impersonation as whom reads are made
 */
record Access(
    URI server,
    List<X509Certificate> authorities,
    boolean insecureTls,
    Optional<URI> proxy,
    BearerTokens tokens,
    Optional<Identity> identity,
    Optional<Impersonation> impersonation) {

  Access {
    authorities = List.copyOf(authorities);
  }

  /** The server alone: a kubeconfig's proxy may have a password in its address. */
  @Override
  public String toString() {
    return "Access[" + server + "]";
  }

  /**
   * A client certificate with its key.
   *
   * @param chain own certificate first
   */
  record Identity(PrivateKey key, List<X509Certificate> chain) {
    Identity {
      chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
