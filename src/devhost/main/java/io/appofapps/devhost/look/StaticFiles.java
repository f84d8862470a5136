package io.appofapps.devhost.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Scripts, styles and fonts of the host from the class path: {@code /host/static/…} and AUI's
 * distribution {@code /host/aui/…}, which the build copies from npm.
 */
public final class StaticFiles implements Action {

  public static final String OWN = "/host/static/";
  public static final String AUI = "/host/aui/";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_/-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff", "font/woff",
          "ttf", "font/ttf",
          "eot", "application/vnd.ms-fontobject");

  @Override
  public void handle(Exchange exchange) {
    String path = exchange.path();
    String resource =
        path.startsWith(AUI)
            ? "/aui/" + path.substring(AUI.length())
            : "/io/appofapps/devhost/look/static/" + path.substring(OWN.length());
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(resource.substring(1)).matches()) {
      exchange.response().setStatus(404);
      return;
    }
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        exchange.response().setStatus(404);
        return;
      }
      exchange.response().setContentType(type);
      exchange.response().setHeader("Cache-Control", "max-age=600");
      in.transferTo(exchange.response().getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
