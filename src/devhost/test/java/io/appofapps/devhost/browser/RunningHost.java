package io.appofapps.devhost.browser;

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
import java.util.concurrent.CopyOnWriteArrayList;

/** The host with the packed jar and the demo's accounts and pages, on a free port. */
final class RunningHost implements AutoCloseable {
  static final Duration START_LIMIT = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final HostProcess host;
  private final String url;

  private RunningHost(Path home, Map<String, String> database) throws InterruptedException {
    Map<String, String> properties = new HashMap<>(database);
    properties.put("host.port", "0");
    properties.put("host.home", home.toString());
    properties.put("host.demo", "true");
    properties.put("host.jars", System.getProperty("aoa.host.jars"));
    host =
        HostProcess.start(
            Path.of(System.getProperty("aoa.host.classes")),
            Path.of(System.getProperty("aoa.host.classpath")),
            properties,
            output::add);
    url = ready();
  }

  /** A new home folder below {@code target}. */
  static Path newHome() {
    try {
      return Files.createTempDirectory(
              Files.createDirectories(Path.of("target").toAbsolutePath()), "it-")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the host on the H2 file of its home and waits until the app knows the deployment set.
   */
  static RunningHost start(Path home, String set) {
    return start(home, Map.of(), set);
  }

  /**
   * Starts the host and waits until the app knows the deployment set.
   *
   * @param database the properties {@code host.db.*}; empty for the file of H2
   */
  static RunningHost start(Path home, Map<String, String> database, String set) {
    try {
      RunningHost host = new RunningHost(home, database);
      Await.until(
          "the deployment set " + set,
          START_LIMIT,
          () -> host.get("/rest/aoa/1.0/sets").body().contains('"' + set + '"'));
      return host;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the host was starting", e);
    }
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
