package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Shakes hands and tells what is wrong with the server's certificate. */
final class TlsTest {

  private static final int HANDSHAKE_MS = 5_000;
  private static final int MOST_NAMES = 8;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String SHOW_CA =
      " (kubectl config view --minify --raw -o"
          + " jsonpath='{.clusters[0].cluster.certificate-authority-data}' | base64 -d shows it)";

  private final Access access;
  private final Clock clock;

  TlsTest(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  void run(Socket plain, String host, int port) throws FoundException {
    Recorder recorder;
    SSLContext context;
    try {
      recorder = new Recorder((X509ExtendedTrustManager) Trust.trustManagers(access)[0]);
      context = SSLContext.getInstance("TLS");
      context.init(Trust.keyManagers(access.identity()), new TrustManager[] {recorder}, null);
    } catch (GeneralSecurityException e) {
      throw new FoundException(
          Layer.TLS,
          "The connection's certificates cannot be used.",
          "Enter the CA certificate and the client certificate with its key again.");
    }
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, false)) {
      socket.setSoTimeout(HANDSHAKE_MS);
      if (!access.insecureTls()) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
      }
      socket.startHandshake();
    } catch (SocketTimeoutException e) {
      throw new FoundException(
          Layer.TLS,
          "The server takes the connection but does not answer the TLS handshake.",
          "Check that the port is that of the API server (kubectl cluster-info) and that no load"
              + " balancer before it is without a running server.");
    } catch (IOException e) {
      throw judge(recorder, host, e);
    }
  }

  private FoundException judge(Recorder recorder, String host, IOException error) {
    X509Certificate[] chain = recorder.chain;
    if (chain == null || chain.length == 0) {
      return error instanceof SSLException && String.valueOf(error.getMessage()).contains("alert")
          ? new FoundException(
              Layer.TLS,
              "The server refused the TLS handshake.",
              "Check that nothing between Confluence and the API server ends TLS, and that both"
                  + " allow TLS 1.2 or 1.3.")
          : new FoundException(
              Layer.TLS,
              "What listens there does not speak TLS.",
              "Check the port: it must be the API server's secure one, mostly 6443 or 443 (kubectl"
                  + " cluster-info shows it).");
    }
    Instant now = clock.instant();
    for (X509Certificate each : chain) {
      if (each.getNotAfter().toInstant().isBefore(now)) {
        return new FoundException(
            Layer.TLS,
            "The server's certificate "
                + subject(each)
                + " expired on "
                + DATE.format(each.getNotAfter().toInstant())
                + ".",
            "Have the cluster's administrators renew it (with kubeadm: kubeadm certs renew"
                + " apiserver, then restart the API server). Nothing needs to change here.");
      }
      if (each.getNotBefore().toInstant().isAfter(now)) {
        return new FoundException(
            Layer.TLS,
            "The server's certificate "
                + subject(each)
                + " is valid only from "
                + DATE.format(each.getNotBefore().toInstant())
                + ".",
            "Check the clocks of this Confluence node (it says "
                + DATE.format(now)
                + ") and of the cluster.");
      }
    }
    for (X509Certificate authority : access.authorities()) {
      if (authority.getNotAfter().toInstant().isBefore(now)) {
        return new FoundException(
            Layer.TLS,
            "The CA certificate "
                + subject(authority)
                + " of this connection expired on "
                + DATE.format(authority.getNotAfter().toInstant())
                + ".",
            "Paste the cluster's current CA certificate" + SHOW_CA + ".");
      }
    }
    return recorder.isChainTrusted() ? wrongName(chain[0], host) : unknownAuthority(chain);
  }

  private static FoundException wrongName(X509Certificate certificate, String host) {
    String names = names(certificate);
    return new FoundException(
        Layer.TLS,
        "The server's certificate is not for "
            + host
            + "; it names "
            + (names.isEmpty() ? "no address at all" : names)
            + ".",
        names.isEmpty()
            ? "Have the cluster's administrators issue a certificate with a subject alternative"
                + " name for "
                + host
                + "."
            : "Use one of these names as the server, or have the cluster's administrators add "
                + host
                + " to the certificate (with kubeadm: apiServer.certSANs).");
  }

  private FoundException unknownAuthority(X509Certificate[] chain) {
    X509Certificate last = chain[chain.length - 1];
    return new FoundException(
        Layer.TLS,
        "The server's certificate was issued by "
            + last.getIssuerX500Principal().getName()
            + ", which "
            + (access.authorities().isEmpty()
                ? "Confluence's Java does not know."
                : "is not the CA certificate of this connection."),
        "Paste the PEM text of the cluster's CA certificate into the field CA certificate"
            + SHOW_CA
            + ".");
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all == null) {
        return "";
      }
      String some =
          all.stream()
              .map(entry -> String.valueOf(entry.get(1)))
              .limit(MOST_NAMES)
              .collect(Collectors.joining(", "));
      return all.size() > MOST_NAMES ? some + " and others" : some;
    } catch (CertificateParsingException e) {
      return "";
    }
  }

  /** Judges like the original and remembers what it was shown. */
  private static final class Recorder extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager original;
    private X509Certificate[] chain;
    private String type;

    Recorder(X509ExtendedTrustManager original) {
      this.original = original;
    }

    /** Whether the chain alone, without the name of the host, is trusted. */
    boolean isChainTrusted() {
      try {
        original.checkServerTrusted(chain, type);
        return true;
      } catch (CertificateException e) {
        return false;
      }
    }

    private void record(X509Certificate[] shown, String shownType) {
      chain = shown.clone();
      type = shownType;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String shownType, Socket socket)
        throws CertificateException {
      record(shown, shownType);
      original.checkServerTrusted(shown, shownType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String shownType, SSLEngine engine)
        throws CertificateException {
      record(shown, shownType);
      original.checkServerTrusted(shown, shownType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String shownType)
        throws CertificateException {
      record(shown, shownType);
      original.checkServerTrusted(shown, shownType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String shownType, Socket socket)
        throws CertificateException {
      original.checkClientTrusted(shown, shownType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String shownType, SSLEngine engine)
        throws CertificateException {
      original.checkClientTrusted(shown, shownType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String shownType)
        throws CertificateException {
      original.checkClientTrusted(shown, shownType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return original.getAcceptedIssuers();
    }
  }
}
