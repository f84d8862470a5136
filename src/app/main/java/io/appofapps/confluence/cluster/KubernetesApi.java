package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.application.Sharing;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.Scope;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One cluster's API, as far as the watchers need it; every call may throw what fabric8 throws. */
final class KubernetesApi implements AutoCloseable {

  /** Small enough that a page of large Applications arrives within the request timeout. */
  private static final long PAGE = 250;

  /** The server ends a watch after this time, should we fail to. */
  private static final long SERVER_SIDE_WATCH_SECONDS = 600;

  private final String connection;
  private final ExecutorService executor;
  private final KubernetesClient client;
  private final RetryAfter retryAfter;

  private KubernetesApi(
      String connection, ExecutorService executor, KubernetesClient client, RetryAfter retryAfter) {
    this.connection = connection;
    this.executor = executor;
    this.client = client;
    this.retryAfter = retryAfter;
  }

  /**
   * Makes no connection yet.
   *
   * @throws UnusableConnectionException when certificates, key or proxy cannot be used
   */
  static KubernetesApi open(String connection, Access access, KubernetesSerialization serialization)
      throws UnusableConnectionException {
    ExecutorService executor =
        Executors.newCachedThreadPool(OwnThreads.named("client-" + connection));
    RetryAfter retryAfter = new RetryAfter();
    try {
      return new KubernetesApi(
          connection,
          executor,
          ClientFactory.build(access, serialization, executor, retryAfter),
          retryAfter);
    } catch (UnusableConnectionException | RuntimeException e) {
      executor.shutdownNow();
      throw e;
    }
  }

  /** For how long the server has asked to be left alone, zero when it has not. */
  Duration askedToWait() {
    return retryAfter.remaining();
  }

  /**
   * A complete list.
   *
   * @param resources what there is
   * @param version where a watch goes on, empty when the server does not say
   */
  record Listing<T>(List<T> resources, String version) {}

  /** Lists the scope page by page; each page is decoded and dropped before the next. */
  <T> Listing<T> list(WatchedKind<T> kind, Scope scope) {
    List<T> resources = new ArrayList<>();
    Sharing session = new Sharing();
    String next = null;
    String version;
    do {
      GenericKubernetesResourceList page = page(kind, scope, PAGE, next);
      page.getItems().stream()
          .filter(KubernetesApi::hasIdentity)
          .map(item -> kind.decode(connection, item, session))
          .forEach(resources::add);
      version = page.getMetadata().getResourceVersion();
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return new Listing<>(resources, version == null ? "" : version);
  }

  /** Asks for one resource, to learn whether the server answers and the right still stands. */
  void probe(WatchedKind<?> kind, Scope scope) {
    page(kind, scope, 1, null);
  }

  /** One ConfigMap; empty when there is none. */
  Optional<JsonNode> configMap(String namespace, String name) {
    return OwnThreads.withOwnLoader(
        () ->
            Optional.ofNullable(
                    client.raw("/api/v1/namespaces/" + namespace + "/configmaps/" + name))
                .map(ApiTest::read));
  }

  private GenericKubernetesResourceList page(
      WatchedKind<?> kind, Scope scope, long limit, String next) {
    ListOptions options = new ListOptionsBuilder().withLimit(limit).withContinue(next).build();
    return OwnThreads.withOwnLoader(() -> operation(kind, scope).list(options));
  }

  /**
   * Watches the scope from a list's version; events come one at a time on the client's threads, the
   * last one is {@link WatchEvent.Closed}.
   */
  <T> AutoCloseable watch(
      WatchedKind<T> kind, Scope scope, String version, Consumer<WatchEvent> events) {
    ListOptions options =
        new ListOptionsBuilder()
            .withResourceVersion(version)
            .withAllowWatchBookmarks(true)
            .withTimeoutSeconds(SERVER_SIDE_WATCH_SECONDS)
            .build();
    return OwnThreads.withOwnLoader(
        () -> operation(kind, scope).watch(options, new Translator<>(kind, events)));
  }

  private AnyNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      operation(WatchedKind<?> kind, Scope scope) {
    MixedOperation<
            GenericKubernetesResource,
            GenericKubernetesResourceList,
            Resource<GenericKubernetesResource>>
        operation = client.genericKubernetesResources(kind.context());
    return scope.namespace().isPresent()
        ? operation.inNamespace(scope.namespace().get())
        : operation.inAnyNamespace();
  }

  /** Where to go on after an event; empty when it does not say. */
  private static String version(GenericKubernetesResource resource) {
    return resource.getMetadata() == null || resource.getMetadata().getResourceVersion() == null
        ? ""
        : resource.getMetadata().getResourceVersion();
  }

  private static boolean hasIdentity(GenericKubernetesResource resource) {
    return resource.getMetadata() != null
        && resource.getMetadata().getName() != null
        && resource.getMetadata().getNamespace() != null;
  }

  /**
   * Ends all connections and threads of this API. On Java 17 one idle selector thread of the JDK's
   * HTTP client lives on until the next garbage collection: that version has no close.
   */
  @Override
  public void close() {
    OwnThreads.withOwnLoader(
        () -> {
          client.close();
          return null;
        });
    executor.shutdownNow();
  }

  private final class Translator<T> implements Watcher<GenericKubernetesResource> {

    private final WatchedKind<T> kind;
    private final Consumer<WatchEvent> events;
    private final Sharing session = new Sharing();

    Translator(WatchedKind<T> kind, Consumer<WatchEvent> events) {
      this.kind = kind;
      this.events = events;
    }

    @Override
    public void eventReceived(Action action, GenericKubernetesResource resource) {
      switch (action) {
        case ADDED, MODIFIED -> {
          if (hasIdentity(resource)) {
            T decoded = kind.decode(connection, resource, session);
            events.accept(
                new WatchEvent.Changed(
                    new Change.Upsert<>(kind.kind(), decoded), version(resource)));
          }
        }
        case DELETED -> {
          if (hasIdentity(resource)) {
            events.accept(
                new WatchEvent.Changed(
                    new Change.Delete<>(
                        kind.kind(), Metadata.key(connection, resource.getMetadata())),
                    version(resource)));
          }
        }
        case BOOKMARK -> events.accept(new WatchEvent.Bookmark(version(resource)));
        case ERROR -> events.accept(new WatchEvent.Closed(Optional.empty()));
      }
    }

    @Override
    public void onClose() {
      events.accept(new WatchEvent.Closed(Optional.empty()));
    }

    @Override
    public void onClose(WatcherException cause) {
      events.accept(new WatchEvent.Closed(Optional.ofNullable(cause.asClientException())));
    }
  }
}
