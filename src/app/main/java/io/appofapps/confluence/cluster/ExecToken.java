package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tokens of a kubeconfig's credential plugin (client.authentication.k8s.io): the program is run
 * when there is no token yet, when the last one is about to expire, and when the server refused it.
 * What it prints is a secret and goes nowhere else.
 */
final class ExecToken implements BearerTokens {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(1);
  private static final int MAX_BYTES = 64 * 1024;

  private final ExecConfig plugin;
  private final KubernetesSerialization json;
  private final Clock clock;
  private Optional<Credential> last = Optional.empty();

  ExecToken(ExecConfig plugin, KubernetesSerialization json, Clock clock) {
    this.plugin = plugin;
    this.json = json;
    this.clock = clock;
  }

  private record Credential(String token, Optional<Instant> expires) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public synchronized Optional<String> current() {
    Instant soon = clock.instant().plus(BEFORE_EXPIRY);
    boolean usable = last.isPresent() && last.get().expires().map(soon::isBefore).orElse(true);
    if (!usable) {
      last = Optional.of(credential(run()));
    }
    return last.map(Credential::token);
  }

  @Override
  public synchronized Optional<String> refused(String token) {
    last = last.filter(credential -> !credential.token().equals(token));
    return current().filter(fresh -> !fresh.equals(token));
  }

  private byte[] run() {
    Process process = start();
    CompletableFuture<byte[]> output =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return process.getInputStream().readNBytes(MAX_BYTES);
              } catch (IOException e) {
                return new byte[0];
              }
            });
    try {
      byte[] printed = output.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new NoTokenException(
            "The kubeconfig's sign-in program failed: run it as Confluence's own account to see"
                + " why.");
      }
      return printed;
    } catch (TimeoutException e) {
      throw new NoTokenException(
          "The kubeconfig's sign-in program did not end within "
              + TIME_LIMIT.toSeconds()
              + " seconds; it must not ask questions.");
    } catch (ExecutionException e) {
      throw new NoTokenException("The kubeconfig's sign-in program printed nothing readable.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoTokenException("Signing in was interrupted.");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    List<String> command = new ArrayList<>(List.of(plugin.getCommand()));
    command.addAll(Objects.requireNonNullElse(plugin.getArgs(), List.of()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.PIPE);
    if (plugin.getEnv() != null) {
      plugin
          .getEnv()
          .forEach(variable -> builder.environment().put(variable.getName(), variable.getValue()));
    }
    builder
        .environment()
        .put(
            "KUBERNETES_EXEC_INFO",
            "{\"apiVersion\":\""
                + plugin.getApiVersion()
                + "\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new NoTokenException(
          "The kubeconfig's sign-in program cannot be started: check that it is installed on every"
              + " Confluence node and on the path of Confluence's own account.");
    }
  }

  private Credential credential(byte[] printed) {
    try {
      Map<?, ?> whole = json.unmarshal(new String(printed, StandardCharsets.UTF_8), Map.class);
      if (whole.get("status") instanceof Map<?, ?> status
          && status.get("token") instanceof String token
          && SecretShape.isToken(token)) {
        return new Credential(
            token,
            Optional.ofNullable(status.get("expirationTimestamp"))
                .map(moment -> Instant.parse(moment.toString())));
      }
    } catch (DateTimeParseException e) {
      throw new NoTokenException(
          "The kubeconfig's sign-in program names no readable date of expiry.");
    } catch (RuntimeException e) {
      // the parser's message may quote the token
      throw new NoTokenException(
          "The kubeconfig's sign-in program did not print an ExecCredential.");
    }
    throw new NoTokenException(
        "The kubeconfig's sign-in program gave no token; client certificates from programs are not"
            + " supported.");
  }
}
