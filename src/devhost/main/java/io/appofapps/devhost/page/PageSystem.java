package io.appofapps.devhost.page;

import io.appofapps.devhost.audit.AuditLog;
import io.appofapps.devhost.console.AppSwitch;
import io.appofapps.devhost.console.Console;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.PageStatus;
import io.appofapps.devhost.content.api.HostPage;
import io.appofapps.devhost.editor.EditorPage;
import io.appofapps.devhost.editor.MacroCatalogue;
import io.appofapps.devhost.editor.MacroPlaceholder;
import io.appofapps.devhost.editor.Preview;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.ActionServlet;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.look.StaticFiles;
import io.appofapps.devhost.look.ThemeSwitch;
import io.appofapps.devhost.outbox.Outbox;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.render.Macros;
import io.appofapps.devhost.render.StorageRenderer;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.velocity.InstalledTemplates;
import io.appofapps.devhost.velocity.PluginTemplates;
import io.appofapps.devhost.web.Routes;
import io.appofapps.devhost.web.WebResources;
import io.appofapps.devhost.web.Xsrf;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Composes everything that people see of the host: pages, editor, console, and its look. */
public final class PageSystem {

  private final Content content;
  private final Look look;
  private final Macros macros;
  private final Console console;
  private final Accounts accounts;
  private final String contextPath;

  /**
   * Creates the tables that are missing and makes the templates of plugins available.
   *
   * @param apps switches apps on and off
   * @param audit the newest events of the audit log
   * @param outbox the newest messages to people
   * @param contextPath of the web application, such as {@code /confluence}
   */
  public PageSystem(
      DataSource dataSource,
      Plugins plugins,
      WebResources webResources,
      Accounts accounts,
      Xsrf xsrf,
      AppSwitch apps,
      Supplier<List<AuditLog.Entry>> audit,
      Supplier<List<Outbox.Entry>> outbox,
      String contextPath) {
    this.content = Content.of(dataSource, Clock.systemUTC());
    this.look = new Look(webResources, xsrf, plugins);
    this.macros = new Macros(plugins);
    this.console = new Console(plugins, apps, audit, outbox, look);
    this.accounts = accounts;
    this.contextPath = contextPath;
    InstalledTemplates.install(new PluginTemplates(plugins));
  }

  /** Lets the macros of plugins go that were disabled. */
  public void forgetDisabled() {
    macros.forgetDisabled();
  }

  /** What the host knows of spaces and pages. */
  public Content content() {
    return content;
  }

  /** Adds the servlets of all pages. */
  public void register(Routes routes) {
    Map<String, Action> actions = actions();
    ActionServlet servlet = new ActionServlet(look, actions);
    for (String pattern :
        new String[] {
          "",
          "/dashboard.action",
          "/index.action",
          "/dosearchsite.action",
          "/display/*",
          "/pages/*",
          "/host/*",
          "/admin/console.action",
          "/admin/manageapps.action",
          "/admin/auditlog.action",
          "/admin/outbox.action",
          "/plugins/macrobrowser/*",
          "/placeholder/*"
        }) {
      routes.add(pattern, servlet);
    }
  }

  /** Makes the space DEMO with its pages, unless it is there. */
  public void createDemoContent() {
    new DemoContent(content).create();
  }

  /**
   * Frames a page of a plugin's servlet whose head names a decorator; see {@link Console#decorate}.
   */
  public String decorate(String name, String html, HttpServletRequest request) {
    return console.decorate(name, html, request);
  }

  private Map<String, Action> actions() {
    PageFinder finder = new PageFinder(content, look);
    People people = new People(accounts);
    SpaceSide side = new SpaceSide(content, look);
    StorageRenderer renderer =
        new StorageRenderer(macros, this::address, this::visible, this::labelled);
    ViewPage view = new ViewPage(content, renderer, look, finder, side, people, accounts);
    Dashboard dashboard = new Dashboard(content, look, finder, people);
    Map<String, Action> actions = new TreeMap<>();
    actions.put("/", dashboard);
    actions.put("/dashboard.action", dashboard);
    actions.put("/index.action", dashboard);
    actions.put("/dosearchsite.action", dashboard::search);
    actions.put("/display/", new SpaceHome(content, look, finder, view));
    actions.put("/pages/viewpage.action", view);
    actions.put(
        "/pages/viewpreviousversions.action", new History(content, look, finder, side, people));
    actions.put("/pages/restrictions.action", new RestrictionsPage(content, look, finder, side));
    actions.put("/pages/viewstorage.action", new StorageSource(content, look, finder, side));
    EditorPage editor = new EditorPage(content, look, finder, people);
    actions.put("/pages/editpage.action", editor::edit);
    actions.put("/pages/doeditpage.action", editor::save);
    actions.put("/pages/createpage.action", editor::create);
    actions.put("/pages/docreatepage.action", editor::saveNew);
    actions.put("/pages/preview.action", new Preview(renderer, look, finder)::handle);
    actions.put(
        "/plugins/macrobrowser/browse-macros.action", new MacroCatalogue(macros, finder)::handle);
    actions.put("/placeholder/macro", new MacroPlaceholder(macros, finder)::handle);
    actions.put("/admin/console.action", console::overview);
    actions.put("/admin/manageapps.action", console::manageApps);
    actions.put("/admin/auditlog.action", console::auditLog);
    actions.put("/admin/outbox.action", console::outbox);
    StaticFiles files = new StaticFiles();
    actions.put(StaticFiles.OWN, files);
    actions.put(StaticFiles.AUI, files);
    actions.put("/host/theme", new ThemeSwitch(look));
    return actions;
  }

  /** The address of a page that a link names, if the current user may see it. */
  private Optional<String> address(String spaceKey, String title) {
    return current(spaceKey, title).map(page -> contextPath + Addresses.view(page));
  }

  /** The page that a macro includes, if the current user may see it. */
  private Optional<HostPage> visible(String spaceKey, String title) {
    return current(spaceKey, title).map(page -> new HostPage(page, content, accounts));
  }

  /** The pages that a report collects, as far as the current user may see them. */
  private List<HostPage> labelled(String label) {
    return content.labels().pages(label).stream()
        .flatMap(id -> content.pages().find(id).stream())
        .filter(page -> page.status() == PageStatus.CURRENT)
        .filter(page -> content.permissions().canView(CurrentUser.get(), page))
        .sorted(Comparator.comparing(Page::title))
        .map(page -> new HostPage(page, content, accounts))
        .toList();
  }

  private Optional<Page> current(String spaceKey, String title) {
    return content
        .pages()
        .find(spaceKey, title)
        .filter(page -> content.permissions().canView(CurrentUser.get(), page));
  }
}
