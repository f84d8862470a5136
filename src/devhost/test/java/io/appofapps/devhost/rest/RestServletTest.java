package io.appofapps.devhost.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.JdbcAccounts;
import io.appofapps.devhost.web.Browser;
import io.appofapps.devhost.web.SessionXsrf;
import io.appofapps.devhost.web.WebServer;
import io.appofapps.devhost.web.WebSudo;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestServletTest {

  private static final String XML =
      "<rest key='rest' path='/probe' version='1.0'>"
          + "<package>io.appofapps.devhost.rest</package></rest>";

  private final AtomicBoolean open = new AtomicBoolean();
  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final Accounts accounts = new JdbcAccounts(database);
  private final WebSudo webSudo = new WebSudo(Clock.systemUTC());
  private final WebServer server = WebServer.open(0);
  private final ModuleDescriptor module = module();
  private final OnePlugin plugins = new OnePlugin(module);
  private final RestServlet rest = new RestServlet(plugins, open::get, webSudo);
  private Map<String, String> tokens;

  private static ModuleDescriptor module() {
    return new ClassesPlugin(ProbeResource.class, UnguardedResource.class).module(XML);
  }

  @BeforeAll
  void start() {
    accounts.save("admin", "Ada", "admin", Set.of(Account.ADMINISTRATORS), true);
    accounts.save("viewer", "Vera", "viewer", Set.of(), true);
    accounts.save("guest", "Gus", "guest", Set.of(), false);
    tokens =
        Map.of(
            "admin", accounts.issueToken("admin"),
            "viewer", accounts.issueToken("viewer"),
            "guest", accounts.issueToken("guest"));
    server.add("/rest/*", rest);
    server.start(accounts, webSudo, new SessionXsrf(), (name, html, request) -> html);
  }

  @BeforeEach
  void closeTheSite() {
    open.set(false);
  }

  @AfterEach
  void enable() {
    plugins.replace(module);
  }

  @AfterAll
  void stop() {
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "everyone, 200, 200, 200, 200",
    "everyone-v2, 200, 200, 200, 200",
    "site, 401, 403, 200, 200",
    "licensed, 401, 403, 200, 200",
    "admin, 401, 403, 403, 200",
    "system, 401, 403, 403, 200",
    "sudo, 401, 403, 403, 401",
    "none, 404, 404, 404, 404"
  })
  void theAnnotationSaysWhoMayCall(
      String path, int anonymous, int unlicensed, int licensed, int administrator) {
    assertThat(get(path, "nobody").statusCode()).isEqualTo(anonymous);
    assertThat(get(path, "guest").statusCode()).isEqualTo(unlicensed);
    assertThat(get(path, "viewer").statusCode()).isEqualTo(licensed);
    assertThat(get(path, "admin").statusCode()).isEqualTo(administrator);
  }

  @Test
  void anonymousSiteAccessFollowsTheSite() {
    open.set(true);
    assertThat(get("site", "nobody").statusCode()).isEqualTo(200);
    assertThat(get("licensed", "nobody").statusCode()).isEqualTo(401);
  }

  @Test
  void aMethodWithoutAnnotationIsRefusedToEveryone() {
    HttpResponse<String> answer =
        new Browser(server.baseUrl())
            .get("/rest/probe/1.0/unguarded", "Authorization", "Bearer " + tokens.get("admin"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("no access annotation").doesNotContain("leaked");
  }

  @Test
  void aMethodWithoutAnnotationIsNamedInTheLog() {
    Logger logger = (Logger) LoggerFactory.getLogger(RestServlet.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    rest.reportUnguarded();
    logger.detachAppender(log);
    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage()).contains("UnguardedResource.forgotten()");
            });
  }

  @Test
  void anElevatedSessionPassesWhereWebSudoIsRequired() {
    Browser browser = new Browser(server.baseUrl());
    browser.login("admin", "admin", "/");
    HttpResponse<String> refused = browser.get("/rest/probe/1.0/probe/sudo");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("WebSudo");
    HttpResponse<String> form = browser.get("/authenticate.action?destination=/");
    browser.post(
        "/doauthenticate.action", "password=admin&atl_token=" + Browser.field(form, "atl_token"));
    assertThat(browser.get("/rest/probe/1.0/probe/sudo").body()).isEqualTo("sudo");
  }

  @Test
  void aFormNeedsTheHeader() {
    Browser browser = viewer();
    assertThat(browser.post("/rest/probe/1.0/probe/write", "a=b").statusCode()).isEqualTo(403);
    assertThat(
            browser
                .post("/rest/probe/1.0/probe/write", "a=b", "X-Atlassian-Token", "no-check")
                .body())
        .isEqualTo("wrote a=b");
  }

  @Test
  void jsonIsCheckedByItsOrigin() {
    Browser browser = viewer();
    String path = "/rest/probe/1.0/probe/write";
    assertThat(browser.postJson(path, "{}").body()).isEqualTo("wrote {}");
    assertThat(browser.postJson(path, "{}", "Origin", origin()).body()).isEqualTo("wrote {}");
    assertThat(browser.postJson(path, "{}", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.postJson(path, "{}", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(browser.postJson(path, "{}", "Referer", "https://evil.example/a").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "latest"})
  void theVersionIsPartOfThePath(String version) {
    HttpResponse<String> answer =
        viewer().get("/rest/probe/" + version + "/probe/echo/a%3Fb%20%C3%A4?q=%26");
    assertThat(answer.body()).isEqualTo("a?b ä?&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rest/probe/2.0/probe/licensed", "/rest/probe", "/rest/other/1.0/x"})
  void nothingIsElsewhere(String path) {
    assertThat(viewer().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anUncaughtExceptionSaysNothingOfTheInside() {
    HttpResponse<String> answer = get("broken", "viewer");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Internal server error").doesNotContain("secret detail");
    assertThat(get("missing", "viewer").statusCode()).isEqualTo(404);
  }

  @Test
  void aDisabledPluginAnswersNoMoreAndANewOneIsStartedAfresh() {
    assertThat(get("licensed", "viewer").statusCode()).isEqualTo(200);
    plugins.replace();
    assertThat(get("licensed", "viewer").statusCode()).isEqualTo(404);
    plugins.replace(module());
    assertThat(get("licensed", "viewer").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path, String user) {
    Browser browser = new Browser(server.baseUrl());
    String url = "/rest/probe/1.0/probe/" + path;
    return tokens.containsKey(user)
        ? browser.get(url, "Authorization", "Bearer " + tokens.get(user))
        : browser.get(url);
  }

  private Browser viewer() {
    Browser browser = new Browser(server.baseUrl());
    browser.login("viewer", "viewer", "/");
    return browser;
  }

  private String origin() {
    return server.baseUrl().replace("/confluence", "");
  }
}
