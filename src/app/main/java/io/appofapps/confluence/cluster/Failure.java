package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.Scope;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Why a list or probe failed, in words that say what to do. Messages of the server and of the
 * libraries are not repeated: they may hold addresses or tokens.
 *
 * @param phase the phase it puts the watcher in
 * @param kind what went wrong, for figures
 * @param reason for people
 */
record Failure(WatchStatus.Phase phase, ApiFailures.Kind kind, String reason) {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * @param verb what was tried, as Kubernetes' rights name it
   */
  static Failure of(RuntimeException error, String verb, WatchedKind<?> kind, Scope scope) {
    int code =
        error instanceof KubernetesClientException client ? Math.max(0, client.getCode()) : 0;
    return switch (code) {
      case 0 -> new Failure(WatchStatus.Phase.DOWN, kind(error), network(error));
      case UNAUTHORIZED ->
          new Failure(
              WatchStatus.Phase.DENIED,
              ApiFailures.Kind.UNAUTHORIZED,
              "The API server does not accept the credentials (401): the token or certificate"
                  + " is wrong or has expired.");
      case FORBIDDEN ->
          new Failure(
              WatchStatus.Phase.DENIED, ApiFailures.Kind.FORBIDDEN, forbidden(verb, kind, scope));
      case NOT_FOUND ->
          new Failure(WatchStatus.Phase.ABSENT, ApiFailures.Kind.NOT_FOUND, absent(kind));
      case TOO_MANY_REQUESTS ->
          new Failure(
              WatchStatus.Phase.DOWN,
              ApiFailures.Kind.BUSY,
              "The API server is busy and asks to be asked less often (429); the app waits and"
                  + " tries again by itself.");
      default ->
          new Failure(
              WatchStatus.Phase.DOWN,
              ApiFailures.Kind.STATUS,
              "The API server answers with an error (HTTP " + code + "): look at its own log.");
    };
  }

  private static String forbidden(String verb, WatchedKind<?> kind, Scope scope) {
    String where =
        scope.namespace().map(name -> "in namespace " + name).orElse("in all namespaces");
    return "The API server refuses (403): the account of the connection may not "
        + verb
        + " "
        + kind.resource()
        + " "
        + where
        + ". Grant it the verbs list and watch, or name the namespaces it may read.";
  }

  private static String absent(WatchedKind<?> kind) {
    return "The cluster does not know "
        + kind.resource()
        + (kind.required()
            ? ": is Argo CD installed there, and is this the right cluster?"
            : "; all else is shown.");
  }

  static String network(Throwable error) {
    List<Throwable> chain = chain(error);
    Optional<String> ours =
        chain.stream()
            .filter(
                each ->
                    each instanceof AddressGuard.RefusedAddressException
                        || each instanceof BearerTokens.NoTokenException)
            .map(Throwable::getMessage)
            .findFirst();
    if (ours.isPresent()) {
      return ours.get();
    }
    if (isAny(chain, UnknownHostException.class, UnresolvedAddressException.class)) {
      return "The API server's name cannot be resolved (DNS): check the server of the connection.";
    }
    if (isAny(chain, SSLException.class)) {
      return "The API server's certificate is not trusted or TLS failed: test the"
          + " connection to see why.";
    }
    if (isAny(chain, HttpConnectTimeoutException.class)) {
      return "No connection to the API server in time (TCP): check firewall and address.";
    }
    if (isAny(chain, HttpTimeoutException.class, TimeoutException.class)) {
      return "The API server does not answer in time.";
    }
    if (isAny(chain, ConnectException.class)) {
      return "The API server refuses connections (TCP): is it running, is the port right?";
    }
    if (isAny(chain, SocketException.class, java.io.IOException.class)) {
      return "The connection to the API server broke.";
    }
    return "The API server's answer could not be understood.";
  }

  private static ApiFailures.Kind kind(Throwable error) {
    List<Throwable> chain = chain(error);
    if (isAny(chain, AddressGuard.RefusedAddressException.class)) {
      return ApiFailures.Kind.OTHER;
    }
    if (isAny(chain, BearerTokens.NoTokenException.class)) {
      return ApiFailures.Kind.UNAUTHORIZED;
    }
    if (isAny(chain, UnknownHostException.class, UnresolvedAddressException.class)) {
      return ApiFailures.Kind.DNS;
    }
    if (isAny(chain, SSLException.class)) {
      return ApiFailures.Kind.TLS;
    }
    if (isAny(chain, HttpTimeoutException.class, TimeoutException.class)) {
      return ApiFailures.Kind.TIMEOUT;
    }
    return isAny(chain, java.io.IOException.class) ? ApiFailures.Kind.TCP : ApiFailures.Kind.OTHER;
  }

  /**
   * What may be logged of an error: the types along its causes. A server that echoes requests puts
   * the credentials into its messages.
   */
  static String types(Throwable error) {
    return chain(error).stream()
        .map(each -> each.getClass().getSimpleName())
        .collect(Collectors.joining(" < "));
  }

  private static List<Throwable> chain(Throwable error) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable each = error; each != null && !chain.contains(each); each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }

  @SafeVarargs
  private static boolean isAny(List<Throwable> chain, Class<? extends Throwable>... types) {
    return chain.stream()
        .anyMatch(each -> List.of(types).stream().anyMatch(t -> t.isInstance(each)));
  }
}
