package io.appofapps.confluence.admin;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminServletTest {

  private final StringWriter body = new StringWriter();
  private final List<String> answered = new ArrayList<>();
  private final Scene scene = Scene.of(app("root").lists("a"), app("<b>other</b>"));

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

  private StatusPage page() {
    ApplicationProperties application =
        fake(
            ApplicationProperties.class,
            (proxy, method, arguments) ->
                Map.<String, Object>of(
                        "getSharedHomeDirectory",
                        Optional.of(Path.of("shared")),
                        "getVersion",
                        "10.2.0")
                    .get(method.getName()));
    return new StatusPage(
        scene.store,
        new ApiCompatibility(application),
        scene.templates,
        scene.texts,
        TestViewers.licensed(),
        application);
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
  void theStatusPageSaysHowThingsStand() throws IOException {
    get(true, true, true);
    assertThat(body.toString())
        .contains("<meta name=\"decorator\" content=\"atl.admin\"/>")
        .contains("<td>default</td><td>live</td>")
        .contains("<td>root</td><td><code>root</code></td>")
        .contains("&lt;b&gt;other&lt;/b&gt;")
        .contains("app-of-apps.properties")
        .doesNotContain("T11:04:31");
    assertThat(answered).contains("setContentType text/html;charset=UTF-8");
  }
}
