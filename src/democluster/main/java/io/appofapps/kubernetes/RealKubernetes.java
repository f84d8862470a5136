package io.appofapps.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A real etcd and kube-apiserver on ephemeral loopback ports, from the folder that {@code
 * KUBEBUILDER_ASSETS} names. Users by token: {@code admin-token} may do everything, {@code
 * reader-token} nothing.
 */
public final class RealKubernetes implements AutoCloseable {

  private static final long READY_SECONDS = 90;
  private static final long STOP_SECONDS = 20;

  private final Path binaries;
  private final Path folder;
  private final int etcdPort = freePort();
  private final int peerPort = freePort();
  private final int apiPort = freePort();
  private final HttpClient http = trustingClient();
  private Process etcd;
  private Process api;

  private RealKubernetes(Path binaries, Path folder) {
    this.binaries = binaries;
    this.folder = folder;
  }

  /** Starts both servers and waits until the API is ready; the folder takes data and logs. */
  public static RealKubernetes start(Path folder) {
    RealKubernetes server =
        new RealKubernetes(Path.of(System.getenv("KUBEBUILDER_ASSETS")), folder);
    try {
      server.writeKeysAndTokens();
      server.startEtcd();
      server.startApi();
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw new IllegalStateException("No Kubernetes API", e);
    }
  }

  /** A kubeconfig for the user of that token. */
  public String kubeconfig(String token) {
    return """
        apiVersion: v1
        kind: Config
        clusters: [{name: test, cluster: {server: "%s", certificate-authority-data: "%s"}}]
        users: [{name: user, user: {token: "%s"}}]
        contexts: [{name: test, context: {cluster: test, user: user}}]
        current-context: test
        """
        .formatted(
            address(),
            Base64.getEncoder().encodeToString(ca().getBytes(StandardCharsets.US_ASCII)),
            token);
  }

  /** PEM of the authority that signed the server's certificate. */
  public String ca() {
    try {
      return Files.readString(folder.resolve("certs").resolve("apiserver.crt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PEM of the key of the server's certificate. */
  String key() {
    try {
      return Files.readString(folder.resolve("certs").resolve("apiserver.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Port of the API on the loopback address. */
  int port() {
    return apiPort;
  }

  /** Address of the API. */
  public String address() {
    return "https://127.0.0.1:" + apiPort;
  }

  /** Ends the API server at once, as a crash would; etcd and its data stay. */
  public void stopApi() {
    end(api);
    api = null;
  }

  /** Starts the API server again on its port. */
  public void startApi() {
    api =
        run(
            "kube-apiserver",
            "--etcd-servers=http://127.0.0.1:" + etcdPort,
            "--secure-port=" + apiPort,
            "--bind-address=127.0.0.1",
            "--advertise-address=127.0.0.1",
            "--cert-dir=" + folder.resolve("certs"),
            "--service-cluster-ip-range=10.0.0.0/24",
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-key-file=" + folder.resolve("sa.pub"),
            "--service-account-signing-key-file=" + folder.resolve("sa.key"),
            "--token-auth-file=" + folder.resolve("tokens.csv"),
            "--authorization-mode=RBAC",
            "--disable-admission-plugins=ServiceAccount",
            "--allow-privileged=false");
    awaitReady();
  }

  /** Freezes the API server: its connections stay open, nothing is answered. */
  public void freezeApi() {
    signal("STOP");
  }

  /** Lets a frozen API server go on. */
  public void thawApi() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(api.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    end(api);
    end(etcd);
  }

  private static void end(Process process) {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startEtcd() {
    String client = "http://127.0.0.1:" + etcdPort;
    String peer = "http://127.0.0.1:" + peerPort;
    etcd =
        run(
            "etcd",
            "--data-dir",
            folder.resolve("etcd").toString(),
            "--listen-client-urls",
            client,
            "--advertise-client-urls",
            client,
            "--listen-peer-urls",
            peer,
            "--initial-advertise-peer-urls",
            peer,
            "--initial-cluster",
            "default=" + peer);
  }

  private Process run(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(binaries.resolve(program).toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(folder.resolve(program + ".log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!isReady()) {
      if (!api.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("kube-apiserver is not ready; see its log in " + folder);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address() + "/readyz"))
              .header("Authorization", "Bearer admin-token")
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void writeKeysAndTokens() throws IOException {
    Files.writeString(
        folder.resolve("tokens.csv"),
        "admin-token,admin,1,system:masters\nreader-token,reader,2,readers\n");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      Files.writeString(
          folder.resolve("sa.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(folder.resolve("sa.pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server signs its own certificate at start; it listens on the loopback address only. */
  private static HttpClient trustingClient() {
    try {
      return HttpClient.newBuilder().sslContext(trustEverything()).build();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** TLS to the server, whose certificate nobody has signed. */
  static SSLContext trustEverything() throws java.security.GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509ExtendedTrustManager[] {new TrustEverything()}, new SecureRandom());
    return context;
  }

  private static final class TrustEverything extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket s) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket s) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
