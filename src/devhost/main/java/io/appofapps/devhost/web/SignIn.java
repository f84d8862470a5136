package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The session's side of sign-in: who is signed in, and since when with a new session id. */
final class SignIn {

  private static final String USER_KEY = SignIn.class.getName();
  private static final String BY_TOKEN = SignIn.class.getName() + ".token";

  private SignIn() {}

  /** Signs in under a new session id, so that an id planted before is worth nothing. */
  static void start(HttpServletRequest request, Account account) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(USER_KEY, account.key());
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** The account of the session; an account deleted since is nobody. */
  static Optional<Account> account(HttpServletRequest request, Accounts accounts) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(USER_KEY) instanceof String key
        ? accounts.byKey(key)
        : Optional.empty();
  }

  static void markByToken(HttpServletRequest request) {
    request.setAttribute(BY_TOKEN, true);
  }

  /** Whether an access token, not a session, says who this is. */
  static boolean isByToken(HttpServletRequest request) {
    return request.getAttribute(BY_TOKEN) != null;
  }
}
