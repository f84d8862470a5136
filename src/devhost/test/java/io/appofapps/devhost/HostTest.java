package io.appofapps.devhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A host without plugins, on an H2 file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTest {

  private Path home;
  private Host host;
  private Browser browser;
  private Map<String, String> tokens;

  @BeforeAll
  void start(@TempDir Path folder) {
    home = folder;
    host = Host.start(options());
    browser = new Browser(host.baseUrl());
    tokens = tokens(host);
  }

  @AfterAll
  void stop() {
    host.close();
  }

  private HostOptions options() {
    Properties properties = new Properties();
    properties.setProperty("host.port", "0");
    properties.setProperty("host.home", home.toString());
    properties.setProperty("host.demo", "true");
    return HostOptions.of(properties);
  }

  private static Map<String, String> tokens(Host host) {
    return host.accountTable().stream()
        .map(line -> line.split("\\s+"))
        .collect(Collectors.toMap(words -> words[0], words -> words[words.length - 1]));
  }

  @Test
  void answersOnThePortItNames() {
    assertThat(host.baseUrl()).matches("http://localhost:[1-9]\\d*/confluence");
    assertThat(browser.get("/login.action").statusCode()).isEqualTo(200);
  }

  @Test
  void showsTheDemoPageToWhoIsSignedIn() {
    HttpResponse<String> page =
        browser.get("/display/DEMO/Deployment+tree", "Authorization", bearer("viewer"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Deployment tree");
  }

  @Test
  void theLogInPageWearsTheHostsFrame() {
    assertThat(browser.get("/login.action").body())
        .contains("id=\"login-form\"")
        .doesNotContain("name=\"decorator\"")
        .contains("data-color-mode");
  }

  @Test
  void onlyAdministratorsMayMakeAccounts() {
    String person = "{\"name\":\"zoe\",\"password\":\"pw\",\"groups\":[\"a\"]}";
    String path = "/rest/devhost/1.0/users";
    assertThat(browser.postJson(path, person).statusCode()).isEqualTo(401);
    assertThat(browser.postJson(path, person, "Authorization", bearer("developer")).statusCode())
        .isEqualTo(403);
    assertThat(browser.postJson(path, person, "Authorization", bearer("admin")).statusCode())
        .isEqualTo(201);
    assertThat(new Browser(host.baseUrl()).login("zoe", "pw", "/").statusCode()).isEqualTo(302);
  }

  @Test
  void aBrokenAccountIsABadRequest() {
    for (String body : List.of("", "{", "{\"name\":\"a b\",\"password\":\"x\"}", "null")) {
      assertThat(
              browser
                  .postJson("/rest/devhost/1.0/users", body, "Authorization", bearer("admin"))
                  .statusCode())
          .as(body)
          .isEqualTo(400);
    }
  }

  @Test
  void pagesAreMadeChangedTrashedAndRestrictedManyAtOnce() {
    String pages =
        """
        [{"space": "BULK", "title": "One", "body": "<p>1</p>", "labels": ["runbook"]},
         {"space": "BULK", "title": "Two", "body": "<p>2</p>"}]
        """;
    assertThat(post("", pages, "developer").statusCode()).isEqualTo(403);
    HttpResponse<String> made = post("", pages, "admin");
    assertThat(made.statusCode()).isEqualTo(201);
    String id = made.body().replaceAll("\\D*(\\d+).*", "$1");
    assertThat(post("/" + id, "{\"body\": \"<p>1.1</p>\"}", "admin").body())
        .contains("\"version\":2");
    assertThat(view("One", "viewer")).contains("<p>1.1</p>").contains("runbook");

    post("/" + id + "/restrict", "{\"kind\": \"VIEW\", \"users\": [\"admin\"]}", "admin");
    assertThat(view("One", "viewer")).doesNotContain("1.1");
    post("/" + id + "/trash", "", "admin");
    assertThat(view("One", "admin")).doesNotContain("1.1");
    post("/" + id + "/restore", "", "admin");
    assertThat(view("One", "admin")).contains("<p>1.1</p>");
    assertThat(post("/" + id + "/restore", "", "admin").statusCode()).isEqualTo(400);
    assertThat(post("", pages, "admin").statusCode()).as("titles are taken").isEqualTo(400);
  }

  private HttpResponse<String> post(String path, String json, String who) {
    return browser.postJson("/rest/devhost/1.0/pages" + path, json, "Authorization", bearer(who));
  }

  private String view(String title, String who) {
    return browser.get("/display/BULK/" + title, "Authorization", bearer(who)).body();
  }

  @Test
  void anUnknownPluginCannotBeSwitched() {
    HttpResponse<String> answer =
        browser.postJson(
            "/rest/devhost/1.0/plugins/no.such/disable", "", "Authorization", bearer("admin"));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void wiredTestsAreOffUnlessAskedFor() {
    assertThat(browser.get("/rest/atlassiantestrunner/1.0/runtest/it.A").body())
        .contains("No REST resource here");
  }

  @Test
  void accountsTokensAndPagesOutliveARestart() {
    host.close();
    host = Host.start(options());
    browser = new Browser(host.baseUrl());
    assertThat(tokens(host)).isEqualTo(tokens);
    assertThat(
            browser
                .get("/display/DEMO/Deployment+tree", "Authorization", bearer("viewer"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void readableOptionsAreRequired() {
    Function<String, Properties> port =
        text -> {
          Properties properties = new Properties();
          properties.setProperty("host.port", text);
          return properties;
        };
    for (String text : List.of("x", "-1", "65536")) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> HostOptions.of(port.apply(text))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("host.port");
    }
  }

  private String bearer(String name) {
    return "Bearer " + tokens.get(name);
  }
}
