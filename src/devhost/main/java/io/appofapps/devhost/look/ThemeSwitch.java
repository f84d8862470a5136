package io.appofapps.devhost.look;

import jakarta.servlet.http.Cookie;

/** Keeps the theme a person chose and goes back to where they were. */
public final class ThemeSwitch implements Action {

  private static final int YEAR = 365 * 24 * 3600;

  private final Look look;

  public ThemeSwitch(Look look) {
    this.look = look;
  }

  @Override
  public void handle(Exchange exchange) {
    if (!exchange.isPost() || look.refusesForgery(exchange)) {
      return;
    }
    Theme.byKey(exchange.parameter("choice"))
        .ifPresent(
            theme -> {
              Cookie cookie = new Cookie(Theme.COOKIE, theme.key());
              cookie.setPath(exchange.contextPath() + "/");
              cookie.setMaxAge(YEAR);
              cookie.setHttpOnly(true);
              exchange.response().addCookie(cookie);
            });
    String back = exchange.parameter("back");
    exchange.redirect(back.matches("/[^/\\\\].*") ? back : "/");
  }
}
