package io.appofapps.confluence.rest;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import io.appofapps.confluence.cluster.TestRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Somebody who calls the REST of administrators, and the guard as Confluence would make it. */
final class Caller {

  final TestRules rules = new TestRules();

  private final Map<String, String> headers = new HashMap<>();
  private Optional<String> person = Optional.of("ada");
  private boolean systemAdmin = true;
  private boolean confirmed;
  private Optional<String> session = Optional.empty();

  private Caller() {}

  /** A system administrator with a session, a confirmed password and the header of scripts. */
  static Caller administrator() {
    return inSession().confirmed().header("X-Atlassian-Token", "no-check");
  }

  /** A system administrator with a session, nothing more. */
  static Caller inSession() {
    Caller caller = new Caller().header("Cookie", "JSESSIONID=1");
    caller.session = Optional.of("1");
    return caller;
  }

  /** A system administrator with an access token. */
  static Caller withToken() {
    return new Caller().header("Authorization", "Bearer abc");
  }

  Caller anonymous() {
    person = Optional.empty();
    return this;
  }

  /** Also what the group confluence-administrators alone is. */
  Caller notSystemAdmin() {
    systemAdmin = false;
    return this;
  }

  Caller confirmed() {
    confirmed = true;
    return this;
  }

  Caller sessionId(String id) {
    session = Optional.of(id);
    return this;
  }

  Caller header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  AdminGuard guard() {
    return new AdminGuard(users(), webSudo(), rules);
  }

  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
                  case "getRequestedSessionId" -> session.orElse(null);
                  default -> throw new AssertionError(method);
                });
  }

  private UserManager users() {
    return (UserManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {UserManager.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteUserKey" -> person.map(UserKey::new).orElse(null);
                  case "isSystemAdmin" -> systemAdmin;
                  // who is only that is not enough
                  case "isAdmin" -> true;
                  default -> throw new AssertionError(method);
                });
  }

  WebSudoManager webSudo() {
    return new WebSudoManager() {
      @Override
      public void willExecuteWebSudoRequest(HttpServletRequest request) {
        if (!confirmed) {
          throw new WebSudoSessionException();
        }
      }

      @Override
      public void enforceWebSudoProtection(
          HttpServletRequest request, HttpServletResponse response) {
        throw new AssertionError("REST does not lead to pages");
      }
    };
  }
}
