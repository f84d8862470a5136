package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** People enter their password again, as administrators do before they administer. */
final class AuthenticateServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  static final Set<String> PATHS = Set.of("/authenticate.action", "/doauthenticate.action");

  private static final String DESTINATION = "destination";

  private final transient Accounts accounts;
  private final transient WebSudo webSudo;
  private final transient Xsrf xsrf;

  AuthenticateServlet(Accounts accounts, WebSudo webSudo, Xsrf xsrf) {
    this.accounts = accounts;
    this.webSudo = webSudo;
    this.xsrf = xsrf;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (person(request, response).isPresent()) {
      form(request, response, HttpServletResponse.SC_OK, "");
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Account> person = person(request, response);
    if (person.isEmpty()) {
      return;
    }
    String password = Objects.requireNonNullElse(request.getParameter("password"), "");
    if (accounts.authenticate(person.get().name(), password).isEmpty()) {
      form(
          request,
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "The password you entered is incorrect. Try again.");
      return;
    }
    webSudo.elevate(request);
    response.sendRedirect(LocalUrl.safe(request, request.getParameter(DESTINATION)));
  }

  private static Optional<Account> person(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Account> account = CurrentUser.get();
    if (account.isEmpty()) {
      response.sendRedirect(LocalUrl.login(request));
      return Optional.empty();
    }
    if (SignIn.isByToken(request)) {
      Pages.message(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Not permitted",
          "Only people who logged in with their password can do this.");
      return Optional.empty();
    }
    return account;
  }

  private void form(
      HttpServletRequest request, HttpServletResponse response, int status, String error)
      throws IOException {
    String body =
        "<h1>Administrator access</h1>"
            + "<p>For security, confirm your password before you administer Confluence.</p>"
            + Pages.error(error)
            + "<form class=\"aui\" id=\"authenticate-form\" method=\"post\" action=\""
            + Pages.escape(request.getContextPath())
            + "/doauthenticate.action\">"
            + Pages.field("Password", "password", "password", "current-password")
            + Pages.hidden(
                DESTINATION, Objects.requireNonNullElse(request.getParameter(DESTINATION), ""))
            + Pages.hidden(SessionXsrf.PARAMETER, xsrf.token(request))
            + "<div class=\"buttons-container\"><button class=\"aui-button aui-button-primary\""
            + " id=\"authenticateButton\" type=\"submit\">Confirm</button></div></form>";
    Pages.send(response, status, "Administrator access", body);
  }
}
