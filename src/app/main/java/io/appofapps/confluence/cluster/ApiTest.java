package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The layers above TLS: who we are, what we may, whether Argo CD is there. */
final class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GROUP = "/apis/" + WatchedKind.GROUP;
  private static final String VERSION = "v1alpha1";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final ConnectionSettings settings;
  private final Access access;
  private final KubernetesSerialization serialization;
  private final Executor executor;
  private final Consumer<Layer> reached;
  private final Refusals refusals;
  private final Rights rights;

  ApiTest(
      ConnectionSettings settings,
      Access access,
      Clock clock,
      KubernetesSerialization serialization,
      Executor executor,
      Consumer<Layer> reached) {
    this.settings = settings;
    this.access = access;
    this.serialization = serialization;
    this.executor = executor;
    this.reached = reached;
    this.refusals = new Refusals(settings, access, clock);
    this.rights = new Rights(settings);
  }

  ConnectionTestResult run() throws FoundException, UnusableConnectionException {
    try (KubernetesClient client =
        ClientFactory.build(access, serialization, executor, new RetryAfter())) {
      String version = version(client);
      reached.accept(Layer.ARGOCD);
      requireArgoCd(client);
      reached.accept(Layer.AUTHORIZATION);
      List<String> withoutRight = rights.check(client);
      String counts = counts(client, withoutRight);
      List<String> notes = new ArrayList<>(access.tokens().notices());
      notes.addAll(withoutRight);
      return new ConnectionTestResult(
          Layer.OK,
          "Connected to Kubernetes " + version + ": " + counts + ".",
          String.join(" ", notes));
    } catch (BearerTokens.NoTokenException e) {
      throw new FoundException(
          Layer.AUTHENTICATION, "There is no token to sign in with.", e.getMessage());
    } catch (KubernetesClientException e) {
      throw refusals.broken(e);
    }
  }

  /** The API server answers this to everybody, but not with credentials it does not accept. */
  private String version(KubernetesClient client) throws FoundException {
    try {
      String answer = client.raw("/version");
      JsonNode version = answer == null ? JSON.nullNode() : read(answer);
      if (!version.path("gitVersion").isTextual()) {
        throw refusals.noApiServer();
      }
      return version.path("gitVersion").asText();
    } catch (KubernetesClientException e) {
      if (e.getCode() == UNAUTHORIZED) {
        throw refusals.unauthorized();
      }
      if (e.getCode() == FORBIDDEN) {
        throw refusals.forbidden();
      }
      throw e;
    }
  }

  private void requireArgoCd(KubernetesClient client) throws FoundException {
    Optional<JsonNode> group = discover(client, GROUP);
    if (group.isEmpty()) {
      return;
    }
    boolean served = false;
    List<String> versions = new ArrayList<>();
    for (JsonNode each : group.get().path("versions")) {
      versions.add(each.path("version").asText());
      served |= VERSION.equals(each.path("version").asText());
    }
    if (versions.isEmpty()) {
      throw Refusals.notInstalled();
    }
    if (!served) {
      throw Refusals.otherVersion(versions);
    }
    Optional<JsonNode> resources = discover(client, GROUP + "/" + VERSION);
    if (resources.isPresent()) {
      // Argo Rollouts and Workflows are in the same group
      boolean known = false;
      for (JsonNode each : resources.get().path("resources")) {
        known |= WatchedKind.APPLICATIONS.plural().equals(each.path("name").asText());
      }
      if (!known) {
        throw Refusals.notInstalled();
      }
    }
  }

  /** Empty when discovery itself is not allowed; an empty object when there is nothing. */
  private static Optional<JsonNode> discover(KubernetesClient client, String path) {
    try {
      String answer = client.raw(path);
      return Optional.of(answer == null ? JSON.createObjectNode() : read(answer));
    } catch (KubernetesClientException e) {
      if (e.getCode() == FORBIDDEN) {
        return Optional.empty();
      }
      if (e.getCode() == NOT_FOUND) {
        return Optional.of(JSON.createObjectNode());
      }
      throw e;
    }
  }

  private String counts(KubernetesClient client, List<String> withoutRight) throws FoundException {
    List<String> counts = new ArrayList<>();
    for (WatchedKind<?> kind : Rights.KINDS) {
      OptionalLong count = OptionalLong.empty();
      for (String path : rights.paths(kind)) {
        OptionalLong here = count(client, kind, path);
        if (here.isPresent()) {
          count = OptionalLong.of(count.orElse(0) + here.getAsLong());
        }
      }
      count.ifPresent(all -> counts.add(all + " " + kind.kind().word() + (all == 1 ? "" : "s")));
    }
    if (counts.contains("0 " + WatchedKind.APPLICATIONS.kind().word() + "s")) {
      withoutRight.add(
          settings.namespaces().isEmpty()
              ? "There is no Application in this cluster yet."
              : "There is no Application in the namespaces named: are they the right ones?");
    }
    return String.join(", ", counts);
  }

  /** Empty when an optional kind may not be read or is not there. */
  private OptionalLong count(KubernetesClient client, WatchedKind<?> kind, String path)
      throws FoundException {
    try {
      String answer = client.raw(path + "?limit=1");
      JsonNode list = answer == null ? JSON.createObjectNode() : read(answer);
      return OptionalLong.of(
          list.path("items").size() + list.path("metadata").path("remainingItemCount").asLong(0));
    } catch (KubernetesClientException e) {
      if (!kind.required() && (e.getCode() == FORBIDDEN || e.getCode() == NOT_FOUND)) {
        return OptionalLong.empty();
      }
      if (e.getCode() == FORBIDDEN) {
        throw rights.missing("list", kind, Optional.empty());
      }
      throw e;
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
