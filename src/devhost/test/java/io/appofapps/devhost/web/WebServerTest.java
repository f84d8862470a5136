package io.appofapps.devhost.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.user.JdbcAccounts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final Accounts accounts = new JdbcAccounts(database);
  private final MovableClock clock = new MovableClock();
  private final WebSudo webSudo = new WebSudo(clock);
  private final SessionXsrf xsrf = new SessionXsrf();
  private final WebServer server = WebServer.open(0);
  private final Browser browser = new Browser(server.baseUrl());
  private String adminToken;

  @BeforeEach
  void start() {
    accounts.save("admin", "Ada", "admin", Set.of(Account.ADMINISTRATORS), true);
    accounts.save("viewer", "Vera", "viewer", Set.of("viewers"), true);
    adminToken = accounts.issueToken("admin");
    server.add("/who", new WhoServlet(xsrf));
    server.add("/plugins/servlet/admin", new AdminServlet(webSudo));
    server.add("/admin/*", new WhoServlet(xsrf));
    server.add("/plugins/servlet/broken", new BrokenServlet());
    server.start(accounts, webSudo, xsrf, (name, html, request) -> "[" + name + "]" + html);
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void logsInAndGoesWhereThePersonWantedToGo() {
    HttpResponse<String> answer = browser.login("viewer", "viewer", "/confluence/who?a=1");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("/confluence/who?a=1");
    assertThat(browser.get("/who").body()).startsWith("viewer ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http://localhost:1/confluence/x",
        "/x\r\nSet-Cookie: a=b",
        "evil"
      })
  void neverRedirectsToAnotherSite(String destination) {
    HttpResponse<String> answer = browser.login("viewer", "viewer", destination);
    assertThat(location(answer)).isEqualTo("/confluence/");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("a="));
  }

  @Test
  void aDestinationMayLeaveOutTheContextPath() {
    assertThat(location(browser.login("viewer", "viewer", "/display/DEMO")))
        .isEqualTo("/confluence/display/DEMO");
  }

  @Test
  void aWrongPasswordShowsTheFormAgainWithTheDestinationEscaped() {
    HttpResponse<String> answer = browser.login("viewer", "wrong", "/\"><script>");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("didn&#39;t match").doesNotContain("<script>");
  }

  @Test
  void theLogInFormOfAnotherSiteIsRefused() {
    HttpResponse<String> answer =
        browser.post(
            "/dologin.action",
            "os_username=viewer&os_password=viewer",
            "Origin",
            "https://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.get("/who").body()).startsWith("nobody ");
  }

  @Test
  void theSessionGetsANewIdAtLogIn() {
    browser.get("/who");
    String before = browser.sessionId();
    browser.login("viewer", "viewer", "/who");
    browser.get("/who");
    assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
    assertThat(before).isNotEmpty();
  }

  @Test
  void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
    HttpResponse<String> answer = browser.get("/who");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/confluence");
  }

  @Test
  void logOutEndsTheSession() {
    browser.login("viewer", "viewer", "/who");
    browser.get("/logout.action");
    assertThat(browser.get("/who").body()).startsWith("nobody ");
  }

  @Test
  void aTokenSignsInForOneRequest() {
    assertThat(browser.get("/who", "Authorization", "Bearer " + adminToken).body())
        .startsWith("admin ");
    assertThat(browser.get("/who").body()).startsWith("nobody ");
  }

  @Test
  void aTokenMakesNoSession() {
    HttpResponse<String> answer = browser.get("/who", "Authorization", "Bearer " + adminToken);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aWrongTokenIsRefusedEvenWithASession() {
    browser.login("viewer", "viewer", "/who");
    HttpResponse<String> answer = browser.get("/who", "Authorization", "Bearer nonsense");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("token is not valid");
  }

  @Test
  void basicAuthenticationIsRefusedWithAHint() {
    HttpResponse<String> answer = browser.get("/who", "Authorization", "Basic YWRtaW46YWRtaW4=");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("personal access token");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void aFormNeedsTheTokenOfItsSession() {
    browser.login("viewer", "viewer", "/who");
    String token = browser.get("/who").body().split(" ")[1];
    assertThat(browser.post("/who", "a=b").statusCode()).isEqualTo(403);
    assertThat(browser.post("/who", "atl_token=wrong").statusCode()).isEqualTo(403);
    assertThat(browser.post("/who", "atl_token=" + token).statusCode()).isEqualTo(200);
    assertThat(browser.post("/who", "", "X-Atlassian-Token", "no-check").statusCode())
        .isEqualTo(200);
    Browser other = new Browser(server.baseUrl());
    other.login("viewer", "viewer", "/who");
    assertThat(other.post("/who", "atl_token=" + token).statusCode()).isEqualTo(403);
  }

  @Test
  void anAdministratorEntersThePasswordAgainAndItLastsTenMinutes() {
    browser.login("admin", "admin", "/");
    HttpResponse<String> refused = browser.get("/plugins/servlet/admin?a=1");
    assertThat(location(refused)).startsWith("/confluence/authenticate.action?destination=");
    HttpResponse<String> form = browser.get(location(refused).substring("/confluence".length()));
    assertThat(authenticate(form, "wrong").statusCode()).isEqualTo(401);
    assertThat(location(authenticate(form, "admin")))
        .isEqualTo("/confluence/plugins/servlet/admin?a=1");
    assertThat(browser.get("/plugins/servlet/admin").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(9));
    assertThat(browser.get("/plugins/servlet/admin").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(11));
    assertThat(browser.get("/plugins/servlet/admin").statusCode()).isEqualTo(302);
  }

  @Test
  void theConsoleAsksAdministratorsForTheirPassword() {
    browser.login("admin", "admin", "/");
    assertThat(location(browser.get("/admin/console.action")))
        .isEqualTo(
            "/confluence/authenticate.action?destination=%2Fconfluence%2Fadmin%2Fconsole.action");
    authenticate(browser.get("/authenticate.action?destination=/"), "admin");
    assertThat(browser.get("/admin/console.action").body()).startsWith("admin ");
  }

  @Test
  void givingUpAdministratorAccessTakesEffectAtOnce() {
    browser.login("admin", "admin", "/");
    authenticate(browser.get("/authenticate.action?destination=/"), "admin");
    assertThat(browser.get("/plugins/servlet/admin").statusCode()).isEqualTo(200);
    browser.get("/dropauthentication.action");
    assertThat(browser.get("/plugins/servlet/admin").statusCode()).isEqualTo(302);
  }

  @Test
  void aTokenCannotBeElevated() {
    String bearer = "Bearer " + adminToken;
    assertThat(browser.get("/plugins/servlet/admin", "Authorization", bearer).statusCode())
        .isEqualTo(302);
    assertThat(browser.get("/authenticate.action", "Authorization", bearer).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoIsNoAdministratorMayShowAgainWhoTheyAre() {
    assertThat(browser.get("/authenticate.action").statusCode()).isEqualTo(302);
    browser.login("viewer", "viewer", "/");
    HttpResponse<String> form = browser.get("/authenticate.action?destination=/");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(authenticate(form, "wrong").statusCode()).isEqualTo(401);
    assertThat(authenticate(form, "viewer").statusCode()).isEqualTo(302);
  }

  @Test
  void aPageThatNamesADecoratorIsFramed() {
    assertThat(browser.get("/login.action").body()).startsWith("[atl.general]");
    browser.login("admin", "admin", "/");
    authenticate(browser.get("/authenticate.action?destination=/"), "admin");
    assertThat(browser.get("/plugins/servlet/admin").body()).startsWith("[atl.admin]<html>");
  }

  @Test
  void anUncaughtErrorShowsNoStackTrace() {
    HttpResponse<String> answer = browser.get("/plugins/servlet/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("at io.appofapps");
  }

  private HttpResponse<String> authenticate(HttpResponse<String> form, String password) {
    return browser.post(
        "/doauthenticate.action",
        "password="
            + password
            + "&atl_token="
            + Browser.field(form, "atl_token")
            + "&destination="
            + Browser.encode(Browser.field(form, "destination")));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static final class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Xsrf xsrf;

    WhoServlet(Xsrf xsrf) {
      this.xsrf = xsrf;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String name = CurrentUser.get().map(Account::name).orElse("nobody");
      response.getWriter().write(name + " " + xsrf.token(request));
    }
  }

  private static final class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient WebSudo webSudo;

    AdminServlet(WebSudo webSudo) {
      this.webSudo = webSudo;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (!webSudo.isElevated(request)) {
        webSudo.enforceWebSudoProtection(request, response);
        return;
      }
      webSudo.willExecuteWebSudoRequest(request);
      response.setContentType("text/html");
      response
          .getWriter()
          .write("<html><head><meta name=\"decorator\" content=\"atl.admin\"></head></html>");
    }
  }

  private static final class BrokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      throw new IllegalStateException("secret detail");
    }
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
