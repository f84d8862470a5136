package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Log-in form. It takes no XSRF token, as in the product; a form of another site is refused by its
 * origin.
 */
final class LoginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  static final Set<String> PATHS = Set.of("/login.action", "/dologin.action");

  private static final String DESTINATION = "os_destination";

  private final transient Accounts accounts;

  LoginServlet(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    form(request, response, HttpServletResponse.SC_OK, "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Origin.isOwn(request)) {
      Pages.message(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Log in refused",
          "The log in form was sent by another site.");
      return;
    }
    Optional<Account> account =
        accounts.authenticate(parameter(request, "os_username"), parameter(request, "os_password"));
    if (account.isEmpty()) {
      form(
          request,
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Your username and password didn't match. Try again.");
      return;
    }
    SignIn.start(request, account.get());
    response.sendRedirect(LocalUrl.safe(request, parameter(request, DESTINATION)));
  }

  private static void form(
      HttpServletRequest request, HttpServletResponse response, int status, String error)
      throws IOException {
    String body =
        "<h1>Log in</h1>"
            + Pages.error(error)
            + "<form class=\"aui\" id=\"login-form\" method=\"post\" action=\""
            + Pages.escape(request.getContextPath())
            + "/dologin.action\">"
            + Pages.field("Username", "os_username", "text", "username")
            + Pages.field("Password", "os_password", "password", "current-password")
            + Pages.hidden(DESTINATION, parameter(request, DESTINATION))
            + "<div class=\"buttons-container\"><button class=\"aui-button aui-button-primary\""
            + " id=\"login-button\" type=\"submit\">Log in</button></div></form>";
    Pages.send(response, status, "Log in", body);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
