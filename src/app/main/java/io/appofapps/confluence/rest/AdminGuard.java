package io.appofapps.confluence.rest;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import io.appofapps.confluence.configuration.ServerRules;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door of all REST of administrators: system administrators only; in a session also a
 * confirmed password (WebSudo) and, for what changes something, the header {@code
 * X-Atlassian-Token: no-check}, which no foreign page can send.
 *
 * <p>A request that signs in by {@code Authorization: Bearer} and brings no cookie has neither a
 * session to protect nor one to borrow, so it needs neither of the two; {@code admin.tokens=false}
 * keeps such requests out. The host never elevates tokens: {@code @WebSudoRequired} would refuse
 * them all.
 */
@Named
public class AdminGuard {

  private final UserManager users;
  private final WebSudoManager webSudo;
  private final ServerRules rules;

  @Inject
  public AdminGuard(
      @ComponentImport UserManager users,
      @ComponentImport WebSudoManager webSudo,
      ServerRules rules) {
    this.users = users;
    this.webSudo = webSudo;
    this.rules = rules;
  }

  /** The answer of {@code work} when the caller may look; else why not. Never throws. */
  Response read(HttpServletRequest request, Supplier<Response> work) {
    return Failures.guarded(
        () -> {
          admit(request);
          return work.get();
        });
  }

  /**
   * The answer of {@code work} when the caller may change something; else why not. Never throws.
   *
   * @param work gets the key of the person
   */
  Response write(HttpServletRequest request, Function<String, Response> work) {
    return Failures.guarded(
        () -> {
          UserKey person = admit(request);
          if (!isToken(request)) {
            Xsrf.check(request);
          }
          return work.apply(person.getStringValue());
        });
  }

  /**
   * Lets a caller through who may look.
   *
   * @throws RefusedException when not
   */
  UserKey admit(HttpServletRequest request) {
    UserKey person = users.getRemoteUserKey(request);
    if (person == null) {
      throw new RefusedException(401, "Sign in as a system administrator.");
    }
    if (!users.isSystemAdmin(person)) {
      throw new RefusedException(403, "Only system administrators may do this.");
    }
    if (!isToken(request)) {
      confirmPassword(request);
    } else if (!rules.allowsAdminTokens()) {
      throw new RefusedException(
          403, "Access tokens may not administer: app-of-apps.properties says admin.tokens=false.");
    }
    return person;
  }

  private void confirmPassword(HttpServletRequest request) {
    try {
      webSudo.willExecuteWebSudoRequest(request);
    } catch (WebSudoSessionException e) {
      throw new RefusedException(
          401, "Confirm your password first: open the administration of App of Apps.", e);
    }
  }

  /** Any cookie, not only the session's, could sign somebody in besides the token. */
  private static boolean isToken(HttpServletRequest request) {
    return header(request, "Authorization").startsWith("bearer ")
        && header(request, "Cookie").isEmpty()
        && request.getRequestedSessionId() == null;
  }

  private static String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
