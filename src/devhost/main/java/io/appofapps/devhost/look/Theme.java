package io.appofapps.devhost.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The themes a person can choose; kept in a cookie. */
public enum Theme {
  LIGHT("light", "light:light dark:dark spacing:spacing typography:typography"),
  DARK("dark", "light:light dark:dark spacing:spacing typography:typography"),
  /** The look of before design tokens: none of them is defined. */
  ORIGINAL("light", "light:original dark:original");

  public static final String COOKIE = "host.theme";

  private final String colorMode;
  private final String tokens;

  Theme(String colorMode, String tokens) {
    this.colorMode = colorMode;
    this.tokens = tokens;
  }

  /** The parameter {@code theme} for one view, else the cookie, else light. */
  public static Theme of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    Stream<Cookie> all = cookies == null ? Stream.empty() : Arrays.stream(cookies);
    return byKey(request.getParameter("theme"))
        .or(
            () ->
                all.filter(cookie -> COOKIE.equals(cookie.getName()))
                    .findFirst()
                    .flatMap(cookie -> byKey(cookie.getValue())))
        .orElse(LIGHT);
  }

  public static Optional<Theme> byKey(String key) {
    return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word on its button. */
  public String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Value of {@code data-color-mode}. */
  public String colorMode() {
    return colorMode;
  }

  /** Value of {@code data-theme}. */
  public String tokens() {
    return tokens;
  }
}
