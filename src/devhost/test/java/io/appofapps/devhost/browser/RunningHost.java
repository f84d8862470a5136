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

/**
 * The host with the packed jar and the demo's accounts and pages, on a free port, in a JVM of its
 * own.
 */
public final class RunningHost implements AutoCloseable {
  static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** A cluster of ten thousand Applications is listed first. */
  private static final Duration SET_LIMIT = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final HostProcess host;
  private final String url;

  private RunningHost(Path home, Map<String, String> given) throws InterruptedException {
    Map<String, String> properties = new HashMap<>(given);
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
  public static Path newHome() {
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

  /** Starts the host on the H2 file of its home, with an app that nobody has configured yet. */
  static RunningHost startUnconfigured(Path home) {
    try {
      RunningHost host = new RunningHost(home, Map.of());
      Await.until(
          "the app",
          START_LIMIT,
          () -> host.get("/rest/aoa/1.0/admin/connections").statusCode() == 200);
      return host;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the host was starting", e);
    }
  }

  /**
   * Starts the host and waits until the app knows the deployment set.
   *
   * @param properties {@code host.db.*}, empty for the file of H2; {@code host.node} and {@code
   *     host.sharedHome} for one of several nodes
   */
  static RunningHost start(Path home, Map<String, String> properties, String set) {
    RunningHost host = start(home, properties);
    Await.until(
        "the deployment set " + set,
        SET_LIMIT,
        () -> host.get("/rest/aoa/1.0/sets").body().contains('"' + set + '"'));
    return host;
  }

  /** Starts the host and waits until it answers, whatever the app knows by then. */
  public static RunningHost start(Path home, Map<String, String> properties) {
    try {
      return new RunningHost(home, properties);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the host was starting", e);
    }
  }

  /** Base URL of the host with its context path, without a slash at the end. */
  public String url() {
    return url;
  }

  /** Everything the host has printed so far. */
  public List<String> output() {
    return List.copyOf(output);
  }

  /** A GET with the access token of the demo account {@code admin}. */
  public HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token("admin"))
            .header("Accept", "*/*")
            .timeout(START_LIMIT)
            .build();
    return send(request);
  }

  /** A POST of JSON with the access token of the demo account {@code admin}. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token("admin"))
            .header("Content-Type", "application/json")
            .timeout(START_LIMIT)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
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
  public String token(String account) {
    return output.stream()
        .filter(line -> line.strip().startsWith(account + " "))
        .map(line -> line.strip().substring(line.strip().lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No account " + account + " was printed"));
  }

  /**
   * Bytes of all objects that are alive in the host's JVM, from the JDK's own class histogram; a
   * full garbage collection comes with it.
   */
  public long liveHeap() {
    return host.liveHeap();
  }

  /** All threads of the host's JVM with their names and stacks. */
  public List<String> threads() {
    return host.threads();
  }

  /** Enables or disables the app, through the host's own REST. */
  public void switchApp(String how) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(url + "/rest/devhost/1.0/plugins/io.appofapps.confluence/" + how))
            .header("Authorization", "Bearer " + token("admin"))
            .timeout(START_LIMIT)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    int status = send(request).statusCode();
    if (status / 100 != 2) {
      throw new IllegalStateException(how + " was answered with " + status);
    }
  }

  /** Ends the host as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    host.kill();
  }

  /** Stops the host where it is (SIGSTOP) until {@link #resume}. */
  public void pause() throws InterruptedException {
    host.pause();
  }

  /** Lets a paused host go on. */
  public void resume() throws InterruptedException {
    host.resume();
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
