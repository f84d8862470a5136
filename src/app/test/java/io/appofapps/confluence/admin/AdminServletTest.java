package io.appofapps.confluence.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.ScriptTexts;
import io.appofapps.confluence.view.TestViewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class AdminServletTest {

  private final StringWriter body = new StringWriter();
  private final List<String> answered = new ArrayList<>();
  private final List<String> required = new ArrayList<>();
  private final Scene scene = new Scene();

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void get(boolean signedIn, boolean admin, boolean secure) throws IOException {
    UserManager users =
        fake(
            UserManager.class,
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteUserKey")
                    ? signedIn ? new UserKey("ada") : null
                    : admin);
    WebSudoManager webSudo =
        new WebSudoManager() {
          @Override
          public void willExecuteWebSudoRequest(HttpServletRequest request) {
            if (!secure) {
              throw new WebSudoSessionException();
            }
          }

          @Override
          public void enforceWebSudoProtection(
              HttpServletRequest request, HttpServletResponse response) {
            answered.add("password");
          }
        };
    LoginUriProvider login = here -> URI.create("http://wiki.test/login?to=" + here);
    new AdminServlet(users, webSudo, login, page()).doGet(request(), response());
  }

  private AdminPage page() {
    return new AdminPage(
        scene.templates,
        scene.texts,
        new ScriptTexts(scene.texts),
        TestViewers.licensed(),
        () -> () -> resources());
  }

  private RequiredResources resources() {
    return new RequiredResources() {
      @Override
      public RequiredResources requireWebResource(String moduleKey) {
        required.add(moduleKey);
        return this;
      }
    };
  }

  private static HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            new StringBuffer("http://wiki.test/plugins/servlet/aoa/admin"));
  }

  private HttpServletResponse response() {
    PrintWriter writer = new PrintWriter(body);
    return fake(
        HttpServletResponse.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getWriter")) {
            return writer;
          }
          answered.add(method.getName() + " " + arguments[0]);
          return null;
        });
  }

  @Test
  void whoeverIsNotSignedInIsSentToTheLogin() throws IOException {
    get(false, false, false);
    assertThat(answered)
        .containsExactly(
            "sendRedirect http://wiki.test/login?to=http://wiki.test/plugins/servlet/aoa/admin");
    assertThat(body.toString()).isEmpty();
  }

  @Test
  void whoeverIsNoAdministratorIsRefused() throws IOException {
    get(true, false, true);
    assertThat(answered).containsExactly("sendError 403");
    assertThat(body.toString()).isEmpty();
  }

  @Test
  void anAdministratorIsAskedForThePasswordFirst() throws IOException {
    get(true, true, false);
    assertThat(answered).containsExactly("password");
    assertThat(body.toString()).isEmpty();
  }

  @Test
  void theShellIsFramedByTheConsoleAndSaysWhatToDoWithoutScript() throws IOException {
    get(true, true, true);
    Document page = Jsoup.parse(body.toString());
    assertThat(page.select("meta[name=decorator]").attr("content")).isEqualTo("atl.admin");
    assertThat(page.select("noscript").text()).contains("/rest/aoa/1.0/admin");
    assertThat(required).containsExactly("io.appofapps.confluence:aoa-admin-screen");
    assertThat(answered)
        .contains(
            "setContentType text/html;charset=UTF-8",
            "setHeader Cache-Control",
            "setHeader X-Content-Type-Options");
  }

  @Test
  void theShellCarriesTheScreensWordsWithTheirPlaces() throws IOException {
    get(true, true, true);
    JsonNode words =
        new ObjectMapper()
            .readTree(Jsoup.parse(body.toString()).select("#aoa-admin").attr("data-texts"));
    assertThat(words.path("saved").asText()).isEqualTo("{0} has been saved.");
    assertThat(words.path("order.moved").asText()).isEqualTo("{0} is now number {1} of {2}.");
    assertThat(words.path("rule.help").asText()).contains("and {} for the part");
    assertThat(words.has("phase.live")).isTrue();
  }
}
