package io.appofapps.confluence.admin;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** {@code /plugins/servlet/aoa/admin}: the admin screen, for system administrators only. */
public class AdminServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient UserManager users;
  private final transient WebSudoManager webSudo;
  private final transient LoginUriProvider login;
  private final transient AdminPage page;

  @Inject
  public AdminServlet(
      @ComponentImport UserManager users,
      @ComponentImport WebSudoManager webSudo,
      @ComponentImport LoginUriProvider login,
      AdminPage page) {
    this.users = users;
    this.webSudo = webSudo;
    this.login = login;
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UserKey user = users.getRemoteUserKey(request);
    if (user == null) {
      URI here = URI.create(request.getRequestURL().toString());
      response.sendRedirect(login.getLoginUri(here).toString());
      return;
    }
    if (!users.isSystemAdmin(user)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      webSudo.willExecuteWebSudoRequest(request);
    } catch (WebSudoSessionException e) {
      webSudo.enforceWebSudoProtection(request, response);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(page.html());
  }
}
