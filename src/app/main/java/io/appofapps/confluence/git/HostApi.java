package io.appofapps.confluence.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.cluster.AddressGuard;
import io.appofapps.confluence.secret.SecretText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the REST API of one Git host. Only addresses below its base are called, redirects are never
 * followed, and an answer that is too long or takes too long is given up.
 */
final class HostApi {

  /** Most bytes of an answer. */
  static final int LARGEST_ANSWER = 2 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient http;
  private final URI base;
  private final SecretText token;
  private final Duration limit;

  /**
   * @param http made by {@link #client}
   * @param base address without a slash at its end
   * @param limit for one call with its whole answer
   */
  HostApi(HttpClient http, URI base, SecretText token, Duration limit) {
    this.http = http;
    this.base = base;
    this.token = token;
    this.limit = limit;
  }

  /** A client that follows no redirects. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }

  /**
   * Reads.
   *
   * @param path below the base, with a slash at its beginning, encoded
   * @throws HostAnswerException for every status but 2xx
   */
  JsonNode get(String path) throws IOException {
    return call("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  /** Writes; as {@link #get}. */
  JsonNode send(String method, String path, JsonNode body) throws IOException {
    return call(method, path, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  private JsonNode call(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException {
    AddressGuard.resolve(base);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body)
            .timeout(limit)
            .header("Authorization", "Bearer " + token.reveal())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("User-Agent", "app-of-apps-for-confluence")
            .build();
    HttpResponse<byte[]> answer =
        await(http.sendAsync(request, each -> new LimitedBody(LARGEST_ANSWER)));
    int status = answer.statusCode();
    if (status < 200 || status > 299) {
      throw new HostAnswerException(
          isRateLimited(answer) ? TOO_MANY_REQUESTS : status, words(answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
    }
  }

  /** GitHub answers 403 when too much was asked (docs.github.com, rate limits for the REST API). */
  private static boolean isRateLimited(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 403
        && (answer.headers().firstValue("retry-after").isPresent()
            || answer
                .headers()
                .firstValue("x-ratelimit-remaining")
                .filter("0"::equals)
                .isPresent());
  }

  /**
   * What a host says went wrong: {@code message} or {@code error} (GitLab: text, list, or lists by
   * field), and {@code errors[].message} (GitHub, Bitbucket).
   */
  private static String words(byte[] body) {
    List<String> words = new ArrayList<>();
    try {
      JsonNode answer = JSON.readTree(body);
      collect(answer.path("message"), words);
      collect(answer.path("error"), words);
      collect(answer.path("error_description"), words);
      for (JsonNode each : answer.path("errors")) {
        collect(each.isObject() ? each.path("message") : each, words);
      }
    } catch (IOException e) {
      // a page for people or nothing at all: its status has to do
      return "";
    }
    return String.join(" ", words);
  }

  private static void collect(JsonNode node, List<String> words) {
    if (node.isTextual()) {
      words.add(node.textValue());
    } else {
      node.forEach(each -> collect(each, words));
    }
  }
}
