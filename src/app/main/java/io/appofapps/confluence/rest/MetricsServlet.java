package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.UnrestrictedAccess;
import io.appofapps.confluence.configuration.ScrapeRule;
import io.appofapps.confluence.metrics.Scrapes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /plugins/servlet/aoa/metrics}: the figures of this node for Prometheus. Open to system
 * administrators as their REST is, and to programs with the header {@code Authorization: Scrape
 * <token>} when the server's properties file has the token's hash. It is not {@code Bearer},
 * because Confluence itself refuses bearer tokens that are not its own.
 */
@UnrestrictedAccess
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "scrape ";

  private final transient AdminGuard guard;
  private final transient ScrapeRule rule;
  private final transient Scrapes scrapes;

  @Inject
  public MetricsServlet(AdminGuard guard, ScrapeRule rule, Scrapes scrapes) {
    this.guard = guard;
    this.rule = rule;
    this.scrapes = scrapes;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!mayScrape(request)) {
      try {
        guard.admit(request);
      } catch (RefusedException e) {
        response.setStatus(e.status());
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(e.getMessage() + "\n");
        return;
      }
    }
    Scrapes.Format format = Scrapes.Format.of(request.getHeader("Accept"));
    response.setContentType(format.contentType());
    scrapes.write(format, response.getOutputStream());
  }

  private boolean mayScrape(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return false;
    }
    byte[] given = sha256(header.substring(SCHEME.length()).strip());
    Optional<String> expected = rule.tokenSha256();
    return expected.isPresent()
        && MessageDigest.isEqual(given, HexFormat.of().parseHex(expected.get()));
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
