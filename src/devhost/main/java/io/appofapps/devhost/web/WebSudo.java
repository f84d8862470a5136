package io.appofapps.devhost.web;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import io.appofapps.devhost.user.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Secure administrator sessions: somebody who entered the password again has shown who they are
 * until ten minutes pass without use of it. Administering takes an administrator besides. An access
 * token has no session and cannot be elevated.
 */
public final class WebSudo implements WebSudoManager {

  /** How long an elevated session lasts without use; Confluence's default. */
  static final Duration LIMIT = Duration.ofMinutes(10);

  private static final String ATTRIBUTE = WebSudo.class.getName();

  private final Clock clock;

  public WebSudo(Clock clock) {
    this.clock = clock;
  }

  /** Whether the person of this request has shown again who they are. */
  public boolean isElevated(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && !SignIn.isByToken(request)
        && CurrentUser.get().isPresent()
        && session.getAttribute(ATTRIBUTE) instanceof Instant end
        && clock.instant().isBefore(end);
  }

  void elevate(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, clock.instant().plus(LIMIT));
  }

  static void drop(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  @Override
  public void willExecuteWebSudoRequest(HttpServletRequest request) {
    if (!isElevated(request)) {
      throw new WebSudoSessionException();
    }
    elevate(request);
  }

  @Override
  public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
    String target =
        CurrentUser.get().isEmpty()
            ? LocalUrl.login(request)
            : request.getContextPath()
                + "/authenticate.action?destination="
                + LocalUrl.encode(LocalUrl.of(request));
    try {
      response.sendRedirect(target);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot redirect to the password page", e);
    }
  }
}
