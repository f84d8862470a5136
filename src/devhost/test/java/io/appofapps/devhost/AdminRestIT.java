package io.appofapps.devhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.appofapps.devhost.web.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packed app's REST of administrators, called by every kind of person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminRestIT {

  private static final String ADMIN = "/rest/aoa/1.0/admin/";
  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String SECRET = "a-token-that-nobody-may-see";
  private static final String[] XSRF = {"X-Atlassian-Token", "no-check"};

  private Path home;
  private Host host;
  private Map<String, String> tokens;

  @BeforeAll
  void start(@TempDir Path folder) {
    home = folder;
    Properties properties = new Properties();
    properties.setProperty("host.port", "0");
    properties.setProperty("host.home", home.toString());
    properties.setProperty("host.demo", "true");
    properties.setProperty("host.jars", System.getProperty("aoa.host.jars"));
    host = Host.start(HostOptions.of(properties));
    tokens =
        host.accountTable().stream()
            .map(line -> line.split("\\s+"))
            .collect(Collectors.toMap(words -> words[0], words -> words[words.length - 1]));
  }

  @AfterAll
  void stop() {
    host.close();
  }

  /** One way of calling the REST. */
  record Call(String method, String path, String type, String body) {
    boolean writes() {
      return !method.equals("GET");
    }

    HttpResponse<String> by(Browser browser, String... headers) {
      return browser.call(method, ADMIN + path, type, body, headers);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Every path; none of them changes the configuration, because what they name is not there. */
  static Stream<Call> calls() {
    return Stream.of(
        new Call("GET", "health", "", ""),
        new Call("GET", "compatibility", "", ""),
        new Call("GET", "access?user=nobody&action=sync&application=gone", "", ""),
        new Call("GET", "access/groups?application=gone", "", ""),
        new Call("GET", "access/applications?text=gone", "", ""),
        new Call("GET", "manifest", "", ""),
        new Call("GET", "connections", "", ""),
        new Call("POST", "connections", JSON, "{}"),
        new Call("GET", "connections/gone", "", ""),
        new Call("PUT", "connections/gone", JSON, connection("gone")),
        new Call("DELETE", "connections/gone", "", ""),
        new Call("GET", "connections/gone/consequences", "", ""),
        new Call("GET", "connections/gone/manifest", "", ""),
        new Call("POST", "connections/gone/test", "", ""),
        new Call("POST", "connections/test", JSON, connection("draft")),
        new Call("POST", "connections/contexts", JSON, "{\"kubeconfig\":\"\"}"),
        new Call("GET", "configuration", "", ""),
        new Call("PUT", "configuration?dryRun=true", YAML, "version: 1\n"),
        new Call("GET", "sets", "", ""),
        new Call("POST", "sets", JSON, "{}"),
        new Call("PUT", "sets/gone", JSON, set("gone")),
        new Call("DELETE", "sets/gone", "", ""),
        new Call("GET", "sets/discovered", "", ""),
        new Call("POST", "secrets/rotate", "", ""),
        new Call("GET", "rules", "", ""),
        new Call("PUT", "rules", JSON, "{\"environments\":1}"),
        new Call("GET", "repositories", "", ""),
        new Call("PUT", "repositories", JSON, "{\"repositories\":1}"),
        new Call("GET", "copilot", "", ""),
        new Call("PUT", "copilot", JSON, "{\"requests\":1}"),
        new Call("GET", "hooks", "", ""),
        new Call("PUT", "hooks", JSON, "{\"hooks\":1}"),
        new Call("GET", "settings", "", ""),
        new Call("PUT", "settings", JSON, "{}"));
  }

  private static String connection(String id) {
    return """
    {"id": "%s", "name": "Somewhere", "server": "https://127.0.0.1:1",
     "signIn": {"kind": "token", "token": {"value": "%s"}}}
    """
        .formatted(id, SECRET);
  }

  private static String set(String key) {
    return """
    {"key": "%s", "title": "Shop", "connection": "somewhere", "namespace": "argocd",
     "name": "root"}
    """
        .formatted(key);
  }

  private Browser browser() {
    return new Browser(host.baseUrl());
  }

  private Browser signedIn(String person) {
    Browser browser = browser();
    browser.login(person, person, "/");
    return browser;
  }

  private Browser confirmed() {
    Browser browser = signedIn("admin");
    assertThat(browser.confirmPassword("admin").statusCode()).isEqualTo(302);
    return browser;
  }

  private String[] bearer(String person) {
    return new String[] {"Authorization", "Bearer " + tokens.get(person)};
  }

  private static String[] both(String[] one, String[] other) {
    return Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void nobodyButAdministratorsGetsIn(Call call) {
    assertThat(call.by(browser(), XSRF).statusCode()).isEqualTo(401);
    assertThat(call.by(signedIn("viewer"), XSRF).statusCode()).isEqualTo(403);
    assertThat(call.by(browser(), both(bearer("viewer"), XSRF)).statusCode()).isEqualTo(403);
    assertThat(call.by(browser(), "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void administratorsConfirmTheirPasswordFirst(Call call) {
    HttpResponse<String> refused = call.by(signedIn("admin"), XSRF);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).get("detail").asText()).contains("password");
    HttpResponse<String> answered = call.by(confirmed(), XSRF);
    assertThat(answered.statusCode()).as(answered.body()).isIn(200, 400, 404);
    assertThat(answered.body()).doesNotContain(SECRET);
    assertThat(answered.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anAccessTokenAloneIsEnoughButNotBesideASession(Call call) {
    assertThat(call.by(browser(), both(bearer("admin"), XSRF)).statusCode()).isIn(200, 400, 404);
    Browser withSession = signedIn("admin");
    assertThat(call.by(withSession, both(bearer("admin"), XSRF)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatChangesSomethingNeedsTheHeaderThatNoForeignPageCanSend(Call call) {
    Browser browser = confirmed();
    assertThat(call.by(browser).statusCode() == 403).isEqualTo(call.writes());
    if (call.writes()) {
      HttpResponse<String> form =
          browser.call(
              call.method(),
              ADMIN + call.path(),
              "text/plain",
              call.body(),
              "Origin",
              "http://evil");
      assertThat(form.statusCode()).isIn(403, 415);
    }
  }

  @Test
  void bodiesOfAnotherTypeAreRefused() {
    Browser browser = confirmed();
    for (Call call : calls().filter(each -> !each.type().isEmpty()).toList()) {
      assertThat(
              browser
                  .call(call.method(), ADMIN + call.path(), "text/plain", call.body(), XSRF)
                  .statusCode())
          .as(call.toString())
          .isEqualTo(415);
    }
  }

  @Test
  void theServersFileKeepsAccessTokensOut() throws IOException {
    Path file = home.resolve("shared-home/app-of-apps.properties");
    Files.writeString(file, "admin.tokens=false\n");
    try {
      calls()
          .forEach(
              call ->
                  assertThat(call.by(browser(), both(bearer("admin"), XSRF)).statusCode())
                      .as(call.toString())
                      .isEqualTo(403));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aConnectionIsAddedTestedPausedExportedAndDeleted() {
    Browser browser = confirmed();
    Function<Call, HttpResponse<String>> send = call -> call.by(browser, XSRF);
    assertThat(
            send.apply(new Call("POST", "connections", JSON, connection("somewhere"))).statusCode())
        .isEqualTo(201);
    JsonNode shown = json(send.apply(new Call("GET", "connections", "", "")));
    assertThat(shown.get("connections").get(0).get("signIn").get("token").toString())
        .isEqualTo("{\"secret\":\"somewhere.token\",\"present\":true,\"expires\":null}");
    JsonNode tested = json(send.apply(new Call("POST", "connections/somewhere/test", "", "")));
    assertThat(tested.get("ok").asBoolean()).isFalse();
    assertThat(tested.get("layer").asText()).isEqualTo("tcp");
    assertThat(tested.get("remedy").asText()).isNotEmpty();
    JsonNode health =
        json(send.apply(new Call("GET", "health", "", "")))
            .get("nodes")
            .get(0)
            .get("connections")
            .get(0);
    assertThat(health.get("connection").asText()).isEqualTo("somewhere");
    assertThat(health.fieldNames())
        .toIterable()
        .contains("state", "since", "leader", "objects", "feed", "lagMillis", "lastError");
    assertThat(send.apply(new Call("POST", "sets", JSON, set("shop"))).statusCode()).isEqualTo(201);
    HttpResponse<String> yaml = send.apply(new Call("GET", "configuration", "", ""));
    assertThat(yaml.body()).contains("somewhere.token", "shop").doesNotContain(SECRET);
    HttpResponse<String> again = send.apply(new Call("PUT", "configuration", YAML, yaml.body()));
    assertThat(json(again).get("changes")).isEmpty();
    String stale = "{\"version\":0," + connection("somewhere").strip().substring(1);
    assertThat(send.apply(new Call("PUT", "connections/somewhere", JSON, stale)).statusCode())
        .isEqualTo(409);
    assertThat(
            json(send.apply(new Call("GET", "connections/somewhere/consequences", "", "")))
                .get("sets")
                .toString())
        .isEqualTo("[\"shop\"]");
    assertThat(send.apply(new Call("DELETE", "connections/somewhere", "", "")).statusCode())
        .isEqualTo(204);
    assertThat(json(send.apply(new Call("GET", "sets", "", ""))).get("sets")).isEmpty();
    assertThat(browser.get("/admin/auditlog.action").body())
        .contains("aoa.audit.deed.connection-added", "somewhere", "connection-deleted")
        .doesNotContain(SECRET);
  }

  @Test
  void aGitServerThatAsksForASignInGetsTheStoredToken() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/team/apps.git/",
        exchange -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=git");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    try {
      String repository =
          "{\"repositories\":[{\"id\":\"apps\",\"url\":\"http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/team/apps.git\",\"signIn\":{\"user\":\"bot\",\"token\":{\"value\":\""
              + SECRET
              + "\"}}}]}";
      Call put = new Call("PUT", "repositories", JSON, repository);
      HttpResponse<String> stored = put.by(confirmed(), XSRF);
      assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
      assertThat(stored.body()).contains("apps.git-token").doesNotContain(SECRET);
      assertThat(seen.poll(30, TimeUnit.SECONDS))
          .isEqualTo(
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString(("bot:" + SECRET).getBytes(StandardCharsets.UTF_8)));
    } finally {
      Call none = new Call("PUT", "repositories", JSON, "{\"repositories\":[]}");
      none.by(confirmed(), XSRF);
      server.stop(0);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.statusCode() + " " + answer.body(), e);
    }
  }
}
