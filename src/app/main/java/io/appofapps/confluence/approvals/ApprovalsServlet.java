package io.appofapps.confluence.approvals;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * {@code /plugins/servlet/aoa/approvals}: what waits for the approval of the person who is signed
 * in. It only shows; what is decided there goes to REST, which checks everything.
 */
public class ApprovalsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient UserManager users;
  private final transient LoginUriProvider login;
  private final transient Viewers viewers;
  private final transient ApprovalsPage page;

  @Inject
  public ApprovalsServlet(
      @ComponentImport UserManager users,
      @ComponentImport LoginUriProvider login,
      Viewers viewers,
      ApprovalsPage page) {
    this.users = users;
    this.login = login;
    this.viewers = viewers;
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (users.getRemoteUserKey(request) == null) {
      URI here = URI.create(request.getRequestURL().toString());
      response.sendRedirect(login.getLoginUri(here).toString());
      return;
    }
    Optional<Viewer> viewer = viewers.current();
    if (viewer.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(page.html(viewer.get()));
  }
}
