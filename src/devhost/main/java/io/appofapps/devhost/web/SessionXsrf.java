package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** One token per session. */
public final class SessionXsrf implements Xsrf {

  /** Name of the form field. */
  public static final String PARAMETER = "atl_token";

  /** A page of another origin cannot set it without the browser asking us first. */
  static final String HEADER = "X-Atlassian-Token";

  private static final String ATTRIBUTE = SessionXsrf.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String token(HttpServletRequest request) {
    if (SignIn.isByToken(request)) {
      return newToken(); // scripts with an access token keep no session, so neither do we
    }
    HttpSession session = request.getSession();
    synchronized (session.getId().intern()) {
      if (session.getAttribute(ATTRIBUTE) instanceof String token) {
        return token;
      }
      String token = newToken();
      session.setAttribute(ATTRIBUTE, token);
      return token;
    }
  }

  @Override
  public boolean isValid(HttpServletRequest request) {
    return hasHeader(request) || hasToken(request);
  }

  /** Whether the request carries {@code X-Atlassian-Token: no-check}. */
  public static boolean hasHeader(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    return "no-check".equals(header) || "nocheck".equals(header);
  }

  private static boolean hasToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String sent = request.getParameter(PARAMETER);
    return session != null
        && sent != null
        && session.getAttribute(ATTRIBUTE) instanceof String expected
        && MessageDigest.isEqual(bytes(expected), bytes(sent));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String newToken() {
    byte[] token = new byte[20];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
