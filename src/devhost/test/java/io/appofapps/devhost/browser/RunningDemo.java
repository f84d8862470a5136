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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The quiet demo: an embedded cluster that only the tests change, and the host with the jar. */
final class RunningDemo implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final EmbeddedCluster cluster;
  private final HostProcess host;
  private final String url;

  private RunningDemo(Path home) throws InterruptedException {
    cluster = EmbeddedCluster.start();
    DemoData.seed(cluster);
    Path kubeconfig = home.resolve("shared-home").resolve("kubeconfig");
    cluster.writeKubeconfig(kubeconfig);
    AppSettings.write(home, kubeconfig, Optional.of("https://argocd.example.com"));
    host =
        HostProcess.start(
            Path.of(System.getProperty("aoa.host.classes")),
            Path.of(System.getProperty("aoa.host.classpath")),
            Map.of(
                "host.port",
                "0",
                "host.home",
                home.toString(),
                "host.demo",
                "true",
                "host.jars",
                System.getProperty("aoa.host.jars")),
            output::add);
    url = ready();
  }

  static RunningDemo start() {
    try {
      RunningDemo demo =
          new RunningDemo(Files.createTempDirectory(Path.of("target"), "it-").toAbsolutePath());
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

  EmbeddedCluster cluster() {
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
  HttpResponse<String> get(String path) {
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
