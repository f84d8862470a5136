package io.appofapps.devhost.browser;

import io.appofapps.democluster.AppSettings;
import io.appofapps.democluster.DemoData;
import io.appofapps.democluster.EmbeddedCluster;
import io.appofapps.democluster.HostProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The quiet demo: an embedded cluster that only the tests change, and the host with the jar. */
public final class RunningDemo implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final EmbeddedCluster cluster;
  private final Path home;
  private final Map<String, String> database;
  private HostProcess host;
  private String url;

  private RunningDemo(Path home, Map<String, String> database) throws InterruptedException {
    this.home = home;
    this.database = database;
    cluster = EmbeddedCluster.start();
    DemoData.seed(cluster);
    Path kubeconfig = home.resolve("shared-home").resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    AppSettings.write(home, kubeconfig, Optional.of("https://argocd.example.com"));
    startHost();
  }

  private void startHost() throws InterruptedException {
    Map<String, String> properties = new HashMap<>(database);
    properties.put("host.port", "0");
    properties.put("host.home", home.toString());
    properties.put("host.demo", "true");
    properties.put("host.jars", System.getProperty("aoa.host.jars"));
    output.clear();
    host =
        HostProcess.start(
            Path.of(System.getProperty("aoa.host.classes")),
            Path.of(System.getProperty("aoa.host.classpath")),
            properties,
            output::add);
    url = ready();
  }

  /** Ends the host and starts it again on the same home and database. */
  public void restartHost() throws InterruptedException {
    host.close();
    startHost();
  }

  static RunningDemo start() {
    return start(Map.of());
  }

  /**
   * Starts cluster and host.
   *
   * @param database the properties {@code host.db.*}; empty for the file of H2
   */
  public static RunningDemo start(Map<String, String> database) {
    try {
      RunningDemo demo =
          new RunningDemo(
              Files.createTempDirectory(Path.of("target"), "it-").toAbsolutePath(), database);
      Await.until(
          "the cluster's first list",
          START_LIMIT,
          () -> demo.get("/rest/aoa/1.0/sets").body().contains("\"hq\""));
      return demo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the host was starting", e);
    }
  }

  /** The cluster behind the host. */
  public EmbeddedCluster cluster() {
    return cluster;
  }

  /** Base URL of the host with its context path, without a slash at the end. */
  String url() {
    return url;
  }

  /** Everything the host has printed so far. */
  List<String> output() {
    return List.copyOf(output);
  }

  /** A GET with the access token of the demo account {@code admin}. */
  public HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token("admin"))
            .header("Accept", "*/*")
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** The access token of a demo account, as the host's table of accounts shows it. */
  String token(String account) {
    return output.stream()
        .filter(line -> line.strip().startsWith(account + " "))
        .map(line -> line.strip().substring(line.strip().lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No account " + account + " was printed"));
  }

  @Override
  public void close() {
    host.close();
    cluster.close();
  }

  private String ready() throws InterruptedException {
    try {
      return host.awaitReady(START_LIMIT);
    } catch (IllegalStateException e) {
      close();
      throw new IllegalStateException(e.getMessage() + "\n" + String.join("\n", output), e);
    }
  }
}
