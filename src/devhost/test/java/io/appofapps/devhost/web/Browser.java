package io.appofapps.devhost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client with cookies that does not follow redirects, so that tests see each answer. */
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String baseUrl;

  public Browser(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Headers as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** The answer byte by byte, for what is no text. */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return send(request(path, headers).GET(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Sends a form; fields are encoded already. */
  public HttpResponse<String> post(String path, String form, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public HttpResponse<String> postJson(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /**
   * Any method; an empty type sends no content type, an empty body none. Asks once more when the
   * server had closed the connection that was kept for the next request.
   */
  public HttpResponse<String> call(
      String method, String path, String type, String body, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      return send(request);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        throw e;
      }
      return send(request);
    }
  }

  /** Confirms the password of a signed-in administrator. */
  public HttpResponse<String> confirmPassword(String password) {
    HttpResponse<String> form = get("/authenticate.action?destination=/");
    return post(
        "/doauthenticate.action",
        "password="
            + password
            + "&atl_token="
            + field(form, "atl_token")
            + "&destination="
            + encode(field(form, "destination")));
  }

  /** Logs in through the form. */
  public HttpResponse<String> login(String name, String password, String destination) {
    return post(
        "/dologin.action",
        "os_username="
            + name
            + "&os_password="
            + password
            + "&os_destination="
            + encode(destination));
  }

  /** Value of the form field of the page. */
  public static String field(HttpResponse<String> page, String name) {
    return field(page.body(), name);
  }

  /** Value of the form field in the HTML. */
  public static String field(String html, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("No field " + name + " in " + html);
    }
    return matcher.group(1);
  }

  public String sessionId() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith("JSESSIONID"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
