package io.appofapps.devhost.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.devhost.web.Browser;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/**
 * Secrets go in, and nothing that the app emits shows one: answers of every REST path to good and
 * bad requests, pages, the log at DEBUG, the audit log, threads, the database, and the files.
 */
class CanaryIT {

  private static final String REST = "/rest/aoa/1.0";
  private static final String ADMIN = REST + "/admin";
  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final Canary TOKEN = new Canary("token", "canary/token+41d7e09b5c?1");
  private static final Canary SECOND = new Canary("second token", "canary/second+8e20c6fa93?2");
  private static final Canary KEY = new Canary("private key", "canary/key+PRIVATE0b77d1e4a5c3");
  private static final Canary KUBE =
      new Canary("token of the kubeconfig", "canary/kubeconfig+c95d0af1?4");
  private static final Canary PASSWORD =
      new Canary("password of the kubeconfig", "canary-password-3fd86b20aa");
  private static final Canary PROXY =
      new Canary("password of the proxy", "canary-proxy-f0419ce7d2");
  private static final Canary HOOK = new Canary("secret of a hook", "canary/hook+72ce01b4d8?5");
  private static final Canary BAD = new Canary("secret of a bad request", "canary-bad-6a1b93cc0e");
  private static final List<Canary> ALL =
      List.of(TOKEN, SECOND, KEY, KUBE, PASSWORD, PROXY, HOOK, BAD);

  /** Everything that was emitted, by where it came out. */
  private final Map<String, String> emitted = new LinkedHashMap<>();

  @Test
  void noSecretGetsOut() throws Exception {
    Path home = RunningHost.newHome();
    try (EchoServer server = new EchoServer()) {
      try (RunningHost host = RunningHost.start(home, Map.of("host.log.level", "DEBUG"))) {
        Await.until("the app", LIMIT, () -> host.get(ADMIN + "/connections").statusCode() == 200);
        Browser admin = new Browser(host.url());
        String[] headers = {
          "Authorization", "Bearer " + host.token("admin"), "X-Atlassian-Token", "no-check"
        };
        seed(admin, headers, server);
        Await.until(
            "the sign-in with each token",
            LIMIT,
            () ->
                server
                    .seen()
                    .containsAll(
                        Stream.of(TOKEN, SECOND, KUBE).map(c -> "Bearer " + c.text()).toList()));
        Await.until("DEBUG", LIMIT, () -> String.join("\n", host.output()).contains(" DEBUG "));
        emitted.put("pages before", pages(host));
        everyPath(admin, headers, server);
        emitted.put("pages after", pages(host));
        emitted.put("threads", String.join("\n", host.threads()));
        assertThat(emitted.get("threads")).contains("app-of-apps-");
        seed(admin, headers, server);
        emitted.put("log", String.join("\n", host.output()));
      }
      emitted.put("database", databaseOf(home));
      assertThat(emitted.get("database"))
          .contains("SECRET_ROW", "canaries.token", "canaries.hook-secret");
      files(home);
    }
    Map<String, Object> leaks = new LinkedHashMap<>();
    emitted.forEach(
        (where, text) -> {
          if (!Canary.in(text, ALL).isEmpty()) {
            leaks.put(where, Canary.in(text, ALL) + " in " + near(text));
          }
        });
    assertThat(leaks).isEmpty();
  }

  private void seed(Browser admin, String[] headers, EchoServer server) {
    for (String body : connections(server)) {
      HttpResponse<String> answer = admin.call("POST", ADMIN + "/connections", JSON, body, headers);
      emitted.put("seed " + emitted.size(), answer.headers().map() + answer.body());
      assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 409);
    }
    HttpResponse<String> hook =
        admin.call(
            "PUT",
            ADMIN + "/hooks",
            JSON,
            "{\"hooks\": [{\"id\": \"canaries\", \"sender\": \"github\", \"secret\": {\"value\": \""
                + HOOK.text()
                + "\"}}]}",
            headers);
    emitted.put("seed " + emitted.size(), hook.headers().map() + hook.body());
    assertThat(hook.statusCode()).as(hook.body()).isEqualTo(200);
    assertThat(admin.get(ADMIN + "/connections", headers).body())
        .contains("\"canaries\"", "\"keyed\"", "\"kubed\"", "\"kube-proxied\"", "\"kube-old\"");
  }

  private static List<String> connections(EchoServer server) {
    String start =
        "{\"id\": \"%s\", \"name\": \"Canary\", \"server\": \"" + server.address() + "\",";
    return List.of(
        start.formatted("canaries") + tokens() + "}",
        start.formatted("keyed") + key() + "}",
        withoutServer("kubed") + kubeconfig(server, "d") + "}",
        withoutServer("kube-proxied") + kubeconfig(server, "p") + "}",
        withoutServer("kube-old") + kubeconfig(server, "o") + "}",
        start.formatted("proxied")
            + "\"proxy\": \"http://me:"
            + PROXY.text()
            + "@127.0.0.1:1\","
            + tokens()
            + "}");
  }

  /** One that the Java platform trusts: it only has to be readable. */
  private static String anyCertificate() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((KeyStore) null);
      byte[] der =
          ((X509TrustManager) trust.getTrustManagers()[0]).getAcceptedIssuers()[0].getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutServer(String id) {
    return "{\"id\": \"" + id + "\", \"name\": \"Canary\",";
  }

  private static String tokens() {
    return """
        "signIn": {"kind": "token", "token": {"value": "%s"}, "secondToken": {"value": "%s"}}
        """
        .formatted(TOKEN.text(), SECOND.text());
  }

  /** Damaged on purpose: what cannot be read is what gets quoted. */
  private static String key() {
    return """
        "signIn": {"kind": "certificate", "certificate": %s,
          "privateKey": {"value": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----"}}
        """
        .formatted(quoted(anyCertificate()), KEY.text());
  }

  private static String kubeconfig(EchoServer server, String context) {
    String text =
        """
        clusters:
        - {name: direct, cluster: {server: '%1$s'}}
        - {name: proxied, cluster: {server: '%1$s', proxy-url: 'http://me:%4$s@127.0.0.1:1'}}
        users: [{name: u, user: {token: '%2$s'}}, {name: old, user: {username: me, password: '%3$s'}}]
        contexts:
        - {name: d, context: {cluster: direct, user: u}}
        - {name: p, context: {cluster: proxied, user: u}}
        - {name: o, context: {cluster: direct, user: old}}
        current-context: d
        """
            .formatted(server.address(), KUBE.text(), PASSWORD.text(), PROXY.text());
    return "\"signIn\": {\"kind\": \"kubeconfig\", \"kubeconfig\": {\"value\": "
        + quoted(text)
        + "}, \"context\": \""
        + context
        + "\"}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Calls whatever paths the app has, also those that this test has never heard of. */
  private void everyPath(Browser admin, String[] headers, EchoServer server) {
    List<RestPaths.RestPath> paths = RestPaths.of(new File(System.getProperty("aoa.host.jars")));
    assertThat(paths)
        .contains(
            new RestPaths.RestPath("GET", "/admin/health"),
            new RestPaths.RestPath("PUT", "/admin/configuration"),
            new RestPaths.RestPath("POST", "/admin/secrets/rotate"),
            new RestPaths.RestPath("POST", "/hooks/{id}"),
            new RestPaths.RestPath("POST", "/admin/connections/{id}/test"));
    List<Integer> codes = new ArrayList<>();
    List<Integer> ofHooks = new ArrayList<>();
    for (RestPaths.RestPath path : paths) {
      for (String filled : filled(path.path())) {
        for (String[] body : bodies(path, server)) {
          HttpResponse<String> answer =
              admin.call(path.method(), REST + filled, body[0], body[1], headers);
          // a hook asks for a signature, whoever has signed in
          (path.path().equals("/hooks/{id}") ? ofHooks : codes).add(answer.statusCode());
          emitted.put(
              path.method() + " " + filled + " " + emitted.size(),
              answer.headers().map() + "\n" + text(admin, REST + filled, answer, headers));
        }
      }
    }
    assertThat(codes).contains(200, 204, 400).doesNotContain(401, 403);
    assertThat(ofHooks).contains(401).isSubsetOf(401, 415, 429);
    assertThat(emitted)
        .anySatisfy(
            (where, text) -> {
              assertThat(where).startsWith("GET /admin/support-bundle");
              assertThat(text).contains("configuration.yaml", "canaries.token", "health.json");
            });
  }

  /** The body, of a zip the names and texts of its files: nothing is found in what is packed. */
  private static String text(
      Browser admin, String path, HttpResponse<String> answer, String[] headers) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/zip")
        ? unpacked(admin.bytes(path, headers).body())
        : answer.body();
  }

  private static String unpacked(byte[] zip) {
    StringBuilder texts = new StringBuilder();
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        texts.append(file.getName()).append('\n');
        texts.append(new String(files.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.toString();
  }

  private static List<String> filled(String path) {
    if (path.contains("{id}")) {
      return Stream.of("canaries", "keyed", "kubed", "kube-proxied", "kube-old")
          .map(id -> path.replace("{id}", id))
          .toList();
    }
    return path.contains("{action}")
        ? Stream.of("test", "contexts").map(word -> path.replace("{action}", word)).toList()
        : List.of(path.replaceAll("\\{[^}]*}", "canaries"));
  }

  private static List<String[]> bodies(RestPaths.RestPath path, EchoServer server) {
    List<String[]> bodies = new ArrayList<>();
    if (path.method().equals("GET") || path.method().equals("DELETE")) {
      bodies.add(new String[] {"", ""});
      return bodies;
    }
    bodies.add(new String[] {"", ""});
    for (String good : connections(server)) {
      bodies.add(new String[] {JSON, good});
      bodies.add(new String[] {YAML, "version: 1\nconnections:\n- " + good.replace("\n", " ")});
    }
    String bad = BAD.text();
    String broken = "users: [{name: u, user: {token: " + bad + "}}\n  - " + bad + ": ][";
    for (String each :
        List.of(
            "{\"token\": \"" + bad,
            "{\"token\": " + bad + "}",
            "{\"kubeconfig\": " + quoted(broken) + "}",
            "{\"kubeconfig\": {\"value\": \"" + bad + "\"}}",
            draft("\"" + bad + "\""),
            draft("[\"" + bad + "\"]"),
            draft("{\"secret\": \"other\", \"value\": \"" + bad + "\"}"),
            draft("{\"value\": [\"" + bad + "\"]}"),
            draft("{\"value\": \"two words " + bad + "\\u0000\"}"),
            draft("{\"value\": \"" + bad + "\", \"value\": \"" + bad + "\"}"))) {
      bodies.add(new String[] {JSON, each});
      bodies.add(new String[] {YAML, "version: 1\nconnections: [" + each + "]"});
      bodies.add(new String[] {YAML, each});
    }
    bodies.add(
        new String[] {YAML, "version: 1\nconnections:\n  token: " + bad + "\n - x: &" + bad});
    bodies.add(new String[] {YAML, "version: 1\ntoken: !!" + bad + " *" + bad});
    return bodies;
  }

  private static String draft(String token) {
    return "{\"id\": \"canaries\", \"name\": \"x\", \"server\": \"https://127.0.0.1:1\","
        + " \"signIn\": {\"kind\": \"token\", \"token\": "
        + token
        + "}}";
  }

  private static String pages(RunningHost host) {
    StringBuilder all = new StringBuilder();
    for (String page :
        List.of(
            "/display/DEMO/Deployment+tree",
            "/plugins/servlet/aoa/admin",
            "/admin/auditlog.action",
            REST + "/sets",
            ADMIN + "/connections",
            ADMIN + "/configuration",
            ADMIN + "/health")) {
      HttpResponse<String> answer = host.get(page);
      all.append(page).append(answer.headers().map()).append(answer.body()).append('\n');
    }
    return all.toString();
  }

  /** As {@code pg_dump} does: every table with its rows, as SQL. */
  private static String databaseOf(Path home) throws SQLException {
    StringBuilder script = new StringBuilder();
    String url = "jdbc:h2:file:" + home.resolve("database");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("SCRIPT")) {
      while (lines.next()) {
        script.append(lines.getString(1)).append('\n');
      }
    }
    return script.toString();
  }

  /** All files that host and app left, byte by byte; the newest state and what was deleted. */
  private void files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file :
          all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        emitted.put(
            "file " + home.relativize(file),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(emitted).containsKey("file shared-home/app-of-apps.key");
  }

  /** The surroundings of the first canary, to tell how it got out. */
  private static String near(String text) {
    int at =
        ALL.stream()
            .flatMap(canary -> canary.forms().stream())
            .mapToInt(text::indexOf)
            .filter(found -> found >= 0)
            .min()
            .orElse(0);
    return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
  }
}
