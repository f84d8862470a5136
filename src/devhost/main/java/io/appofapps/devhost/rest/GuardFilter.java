package io.appofapps.devhost.rest;

import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.CurrentRequest;
import io.appofapps.devhost.web.Guard;
import io.appofapps.devhost.web.SiteAccess;
import io.appofapps.devhost.web.WebSudo;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets a call through when the method's guard admits the caller. A method without any guard is
 * refused to everyone: stricter than the product, which would treat it as licensed-only, so that it
 * is noticed.
 */
@Priority(Priorities.AUTHORIZATION)
final class GuardFilter implements ContainerRequestFilter {

  private final SiteAccess site;
  private final WebSudo webSudo;

  @Context private ResourceInfo resource;

  GuardFilter(SiteAccess site, WebSudo webSudo) {
    this.site = site;
    this.webSudo = webSudo;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    Optional<Guard> guard = Guard.of(type, method);
    if (guard.isEmpty()) {
      request.abortWith(Answers.error(403, "The method has no access annotation."));
      return;
    }
    Optional<Account> caller = CurrentUser.get();
    if (!guard.get().admits(caller, site)) {
      request.abortWith(
          caller.isEmpty()
              ? Answers.error(401, "Client must be authenticated to access this resource.")
              : Answers.error(403, "Client is not permitted to access this resource."));
      return;
    }
    if (needsWebSudo(type, method)
        && !CurrentRequest.get().map(webSudo::isElevated).orElse(false)) {
      request.abortWith(
          Answers.error(
              401,
              "This resource requires WebSudo: a session whose administrator has entered the"
                  + " password again. An access token cannot be used."));
    }
  }

  private static boolean needsWebSudo(Class<?> type, Method method) {
    Package room = type.getPackage();
    return method.isAnnotationPresent(WebSudoRequired.class)
        || type.isAnnotationPresent(WebSudoRequired.class)
        || (room != null && room.isAnnotationPresent(WebSudoRequired.class));
  }
}
