package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who asks: by {@code Authorization: Bearer}, else by session. Basic authentication is
 * refused, as a new installation of Confluence 10 does.
 */
final class SignInFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Authorization";

  private final transient Accounts accounts;

  SignInFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String authorization = request.getHeader(HEADER);
    if (authorization == null) {
      proceed(SignIn.account(request, accounts), request, response, chain);
      return;
    }
    String[] parts = authorization.trim().split("\\s+", 2);
    String scheme = parts[0].toLowerCase(Locale.ROOT);
    String credential = parts.length == 2 ? parts[1].trim() : "";
    if (!scheme.equals("bearer")) {
      refuse(
          response,
          "Basic authentication is disabled. Use a personal access token:"
              + " 'Authorization: Bearer <token>'.");
      return;
    }
    Optional<Account> owner = accounts.byToken(credential);
    if (owner.isEmpty()) {
      refuse(response, "The access token is not valid.");
      return;
    }
    SignIn.markByToken(request);
    proceed(owner, request, response, chain);
  }

  private static void refuse(HttpServletResponse response, String message) throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    JsonAnswers.error(response, HttpServletResponse.SC_UNAUTHORIZED, message);
  }

  private static void proceed(
      Optional<Account> account,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest named =
        account.<HttpServletRequest>map(person -> new Named(request, person)).orElse(request);
    CurrentUser.set(account.orElse(null));
    CurrentRequest.set(named);
    try {
      chain.doFilter(named, response);
    } finally {
      CurrentRequest.clear();
      CurrentUser.set(null);
    }
  }

  /** A request whose remote user is the account, as servlets of plugins expect. */
  private static final class Named extends HttpServletRequestWrapper {

    private final String name;

    Named(HttpServletRequest request, Account account) {
      super(request);
      this.name = account.name();
    }

    @Override
    public String getRemoteUser() {
      return name;
    }

    @Override
    public Principal getUserPrincipal() {
      return () -> name;
    }
  }
}
