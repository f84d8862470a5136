package io.appofapps.democluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The development host in a JVM of its own: there it sees neither fabric8 nor the app's classes but
 * through the jar, as in the product.
 */
public final class HostProcess implements AutoCloseable {
  private static final String MAIN = "io.appofapps.devhost.Host";
  private static final String READY = "Ready: ";
  private static final Pattern SPACES = Pattern.compile(" +");

  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Thread stopAtExit = new Thread(this::stop, "stop-host");

  private HostProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the host. Its JVM gets the options in the property {@code aoa.host.jvm} too, separated
   * by spaces.
   *
   * @param classes folder of the host's own classes; they come first on its class path
   * @param dependencies file that holds the rest of the class path
   * @param properties system properties of the host, {@code host.*}
   * @param lines receives each line that the host prints
   */
  public static HostProcess start(
      Path classes, Path dependencies, Map<String, String> properties, Consumer<String> lines) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Xmx768m");
      command.addAll(
          System.getProperty("aoa.host.jvm", "").lines().flatMap(SPACES::splitAsStream).toList());
      properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
      command.add("-cp");
      command.add(classes + File.pathSeparator + Files.readString(dependencies).strip());
      command.add(MAIN);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      HostProcess host = new HostProcess(process);
      host.forward(lines);
      Runtime.getRuntime().addShutdownHook(host.stopAtExit);
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException("The host cannot be started", e);
    }
  }

  /**
   * Waits for the line {@code Ready: <url>}.
   *
   * @return the URL
   * @throws IllegalStateException when the host ends or does not get ready in time
   */
  public String awaitReady(Duration limit) throws InterruptedException {
    try {
      return ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The host was not ready after " + limit, e);
    }
  }

  /** Its exit code, when it has ended. */
  CompletableFuture<Integer> end() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Kills the host as {@code kill -9} does: it gets no chance to leave anything in order. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    close();
  }

  /** Stops the host where it is (SIGSTOP) until {@link #resume}; it does not notice. */
  public void pause() throws InterruptedException {
    signal("STOP");
  }

  /** Lets a paused host go on (SIGCONT). */
  public void resume() throws InterruptedException {
    signal("CONT");
  }

  /**
   * Bytes of all objects that are alive in the host, by the last line of {@code jcmd
   * GC.class_histogram}, which collects the garbage first.
   */
  public long liveHeap() {
    return jcmd("GC.class_histogram").stream()
        .filter(line -> line.startsWith("Total "))
        .map(line -> Long.parseLong(line.strip().split("\\s+")[2]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("jcmd told no total"));
  }

  /** All threads of the host with their names and stacks, as {@code jcmd Thread.print} tells. */
  public List<String> threads() {
    return jcmd("Thread.print");
  }

  private List<String> jcmd(String question) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(process.pid()),
                  question)
              .redirectErrorStream(true)
              .start();
      try (BufferedReader answer = jcmd.inputReader()) {
        return answer.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) throws InterruptedException {
    try {
      int exit = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("The host cannot be sent SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The host cannot be sent SIG" + name, e);
    }
  }

  /** Ends the host, by force when it takes longer than ten seconds. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException e) {
      return; // the JVM is going down and runs the hook itself
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void forward(Consumer<String> lines) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader output = process.inputReader()) {
                output.lines().forEach(line -> pass(line, lines));
              } catch (IOException | UncheckedIOException e) {
                ready.completeExceptionally(e);
              }
              ready.completeExceptionally(
                  new IllegalStateException("The host ended before it was ready"));
            },
            "host-output");
    thread.setDaemon(true);
    thread.start();
  }

  private void pass(String line, Consumer<String> lines) {
    lines.accept(line);
    if (line.startsWith(READY)) {
      ready.complete(line.substring(READY.length()).strip());
    }
  }
}
