package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Signs each request with the token of the moment, and once more with the other one when the server
 * refuses the first. Before each request the address is judged anew: a name may lead elsewhere now.
 */
final class SignInInterceptor implements Interceptor {

  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORIZED = 401;

  private final BearerTokens tokens;
  private final URI firstHop;

  SignInInterceptor(Access access) {
    this.tokens = access.tokens();
    this.firstHop = access.proxy().orElse(access.server());
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    try {
      AddressGuard.resolve(firstHop);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
    tokens.current().ifPresent(token -> builder.setHeader(AUTHORIZATION, BEARER + token));
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != UNAUTHORIZED) {
      return CompletableFuture.completedFuture(false);
    }
    Optional<String> other = sent(response.request()).flatMap(tokens::refused);
    other.ifPresent(token -> builder.setHeader(AUTHORIZATION, BEARER + token));
    return CompletableFuture.completedFuture(other.isPresent());
  }

  private static Optional<String> sent(HttpRequest request) {
    List<String> values = request.headers(AUTHORIZATION);
    return values.stream()
        .filter(value -> value.startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()))
        .findFirst();
  }
}
