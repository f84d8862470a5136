package io.appofapps.devhost.look;

import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.WebResources;
import io.appofapps.devhost.web.Xsrf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes pages: the host's templates inside the frame with header, sidebar and theme. */
public final class Look {

  /** No inline script runs, so that what an app must not do shows at once. */
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: https: http:; frame-ancestors 'self'; base-uri 'self';"
          + " form-action 'self'; object-src 'none'";

  /** The part of the menu of the signed-in user that lists what is theirs. */
  private static final String USER_CONTENT = "system.user/user-content";

  private final HostTemplates templates = new HostTemplates();
  private final WebResources webResources;
  private final Xsrf xsrf;
  private final Plugins plugins;

  public Look(WebResources webResources, Xsrf xsrf, Plugins plugins) {
    this.webResources = webResources;
    this.xsrf = xsrf;
    this.plugins = plugins;
  }

  /** A fragment from a template; the values every template has are added. */
  public String fragment(Exchange exchange, String template, Map<String, ?> values) {
    return fragment(exchange.request(), template, values);
  }

  /** As the other, where the response is in other hands. */
  public String fragment(HttpServletRequest request, String template, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(common(request));
    all.putAll(values);
    return templates.render(template, all);
  }

  /** Sends the framed page. Call it last: the tags of what macros required go into its head. */
  public void send(Exchange exchange, int status, Frame frame) {
    exchange.response().setHeader("Content-Security-Policy", POLICY);
    exchange.response().setHeader("X-Content-Type-Options", "nosniff");
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.html(status, html(exchange.request(), frame));
  }

  /** The framed page. */
  public String html(HttpServletRequest request, Frame frame) {
    Map<String, Object> values = new HashMap<>(common(request));
    Map<String, String> metas = new TreeMap<>(frame.metas());
    metas.put("context-path", request.getContextPath());
    metas.put("atl-token", xsrf.token(request));
    CurrentUser.get().ifPresent(user -> metas.put("remote-user", user.name()));
    values.put("frame", frame);
    values.put("metas", metas);
    values.put("userItems", WebItems.of(plugins, USER_CONTENT));
    values.put("resourcesHtml", tags(frame.contexts()));
    String query = request.getParameter("queryString");
    values.put("query", query == null ? "" : query);
    return templates.render("layout", values);
  }

  private String tags(List<String> contexts) {
    List<String> all = new ArrayList<>(contexts);
    all.add("atl.general");
    return webResources.tags(List.of(), all);
  }

  /** A page with one message. */
  public void message(Exchange exchange, int status, String kind, String title, String text) {
    String body = fragment(exchange, "message", Map.of("kind", kind, "title", title, "text", text));
    send(exchange, status, new Frame(title, "", "", body, List.of(), Map.of()));
  }

  /** Refuses a write that is no post or lacks the token of its session. */
  public boolean refusesForgery(Exchange exchange) {
    if (exchange.isPost() && xsrf.isValid(exchange.request())) {
      return false;
    }
    message(
        exchange,
        403,
        "error",
        "XSRF check failed",
        "Your session may have ended, or the request came from another site. Go back, reload the"
            + " page and try again.");
    return true;
  }

  private Map<String, Object> common(HttpServletRequest request) {
    Map<String, Object> values = new HashMap<>();
    values.put("base", request.getContextPath());
    values.put("theme", Theme.of(request));
    values.put("themes", Theme.values());
    values.put("token", xsrf.token(request));
    values.put("times", new Times());
    CurrentUser.get().ifPresent(user -> values.put("user", user));
    return values;
  }
}
