package io.appofapps.devhost.console;

import io.appofapps.devhost.audit.AuditLog;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.outbox.Outbox;
import io.appofapps.devhost.plugin.Plugins;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The administration console, for administrators only, and the frame of plugins' pages in it. */
public final class Console {

  private static final String ADMIN = "atl.admin";
  private static final String GENERAL = "atl.general";

  private final ConsoleMenu menu;
  private final Plugins plugins;
  private final AppSwitch apps;
  private final Supplier<List<AuditLog.Entry>> audit;
  private final Supplier<List<Outbox.Entry>> outbox;
  private final Look look;

  public Console(
      Plugins plugins,
      AppSwitch apps,
      Supplier<List<AuditLog.Entry>> audit,
      Supplier<List<Outbox.Entry>> outbox,
      Look look) {
    this.menu = new ConsoleMenu(plugins);
    this.plugins = plugins;
    this.apps = apps;
    this.audit = audit;
    this.outbox = outbox;
    this.look = look;
  }

  /** The console's first page. */
  public void overview(Exchange exchange) {
    if (!refuses(exchange)) {
      send(exchange, "Administration", "console-overview", Map.of("sections", menu.sections()));
    }
  }

  /** The list of apps; a post enables or disables one. */
  public void manageApps(Exchange exchange) {
    if (refuses(exchange)) {
      return;
    }
    if (!exchange.isPost()) {
      send(exchange, "Manage apps", "manage-apps", Map.of("apps", apps.all(plugins)));
    } else if (!look.refusesForgery(exchange)) {
      boolean enable = "enable".equals(exchange.parameter("to"));
      apps.set(exchange.parameter("key"), enable);
      exchange.redirect("/admin/manageapps.action");
    }
  }

  /** What apps reported to the audit log. */
  public void auditLog(Exchange exchange) {
    if (!refuses(exchange)) {
      send(exchange, "Audit log", "audit-log", Map.of("entries", audit.get()));
    }
  }

  /** What apps have told people. */
  public void outbox(Exchange exchange) {
    if (!refuses(exchange)) {
      send(exchange, "Outbox", "outbox", Map.of("entries", outbox.get()));
    }
  }

  private boolean refuses(Exchange exchange) {
    if (exchange.user().isEmpty()) {
      exchange.redirectToLogin();
      return true;
    }
    if (!exchange.user().get().isAdministrator()) {
      look.message(
          exchange, 403, "error", "Not permitted", "Only Confluence administrators may do this.");
      return true;
    }
    return false;
  }

  private void send(Exchange exchange, String title, String template, Map<String, ?> values) {
    look.send(
        exchange,
        200,
        frame(exchange.request(), title, look.fragment(exchange, template, values), ""));
  }

  private Frame frame(HttpServletRequest request, String title, String bodyHtml, String headHtml) {
    String side =
        look.fragment(
            request,
            "console-menu",
            Map.of(
                "sections", menu.sections(),
                "here", request.getRequestURI().substring(request.getContextPath().length())));
    return new Frame(
        title + " - Confluence",
        "with-space-sidebar admin-console",
        side,
        headHtml + bodyHtml,
        List.of(ADMIN),
        Map.of());
  }

  /**
   * Frames a page that a plugin's servlet wrote: {@code atl.admin} puts it into the console, {@code
   * atl.general} below the header.
   *
   * @return the html unchanged for any other name
   */
  public String decorate(String name, String html, HttpServletRequest request) {
    if (!ADMIN.equals(name) && !GENERAL.equals(name)) {
      return html;
    }
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    page.head().select("meta, title").remove();
    String title = Jsoup.parse(html).title();
    String body = "<div class=\"host-page\">" + page.body().html() + "</div>";
    String head = page.head().children().outerHtml();
    return look.html(
        request,
        ADMIN.equals(name)
            ? frame(request, title, body, head)
            : new Frame(title + " - Confluence", "", "", head + body, List.of(), Map.of()));
  }
}
