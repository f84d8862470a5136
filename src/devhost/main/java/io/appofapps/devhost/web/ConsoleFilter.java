package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The administration console is for secure administrator sessions; its pages refuse the others. */
final class ConsoleFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient WebSudo webSudo;

  ConsoleFilter(WebSudo webSudo) {
    this.webSudo = webSudo;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean administrator = CurrentUser.get().filter(Account::isAdministrator).isPresent();
    if (!administrator) {
      chain.doFilter(request, response);
    } else if (webSudo.isElevated(request)) {
      webSudo.elevate(request);
      chain.doFilter(request, response);
    } else {
      webSudo.enforceWebSudoProtection(request, response);
    }
  }
}
