package io.appofapps.devhost;

import com.atlassian.audit.api.AuditService;
import com.atlassian.core.task.MultiQueueTaskManager;
import com.atlassian.mywork.service.LocalNotificationService;
import io.appofapps.devhost.audit.AuditLog;
import io.appofapps.devhost.cluster.Liveness;
import io.appofapps.devhost.cluster.Node;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.db.SchemaLock;
import io.appofapps.devhost.osgi.PluginSystem;
import io.appofapps.devhost.outbox.Outbox;
import io.appofapps.devhost.page.PageSystem;
import io.appofapps.devhost.rest.HostRestServlet;
import io.appofapps.devhost.rest.RestServlet;
import io.appofapps.devhost.scheduler.HostScheduler;
import io.appofapps.devhost.scheduler.JobTable;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.DemoAccounts;
import io.appofapps.devhost.user.JdbcAccounts;
import io.appofapps.devhost.web.PluginServlets;
import io.appofapps.devhost.web.SessionXsrf;
import io.appofapps.devhost.web.SiteAccess;
import io.appofapps.devhost.web.WebServer;
import io.appofapps.devhost.web.WebSudo;
import io.appofapps.devhost.web.Xsrf;
import io.appofapps.devhost.webresource.DownloadServlet;
import io.appofapps.devhost.webresource.PluginWebResources;
import io.appofapps.devhost.webresource.ScriptTexts;
import io.appofapps.devhost.wired.WiredTestsServlet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The development host: puts its parts together and starts them. */
public final class Host implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Host.class);

  private static final int SHOWN_EVENTS = 200;

  private final HostOptions options;
  private final WebServer server;
  private final Database database;
  private final SchemaLock schemaLock;
  private final Accounts accounts;
  private final Node node;
  private final AuditLog audit;
  private final Outbox outbox;
  private final HostScheduler scheduler;
  private final PluginSystem plugins;
  private final Xsrf xsrf = new SessionXsrf();
  private final WebSudo webSudo = new WebSudo(Clock.systemUTC());

  private Host(HostOptions options) {
    createFolders(options);
    this.options = options;
    this.server = WebServer.open(options.port());
    this.database =
        Database.open(options.databaseUrl(), options.databaseUser(), options.databasePassword());
    this.schemaLock = new SchemaLock(database.dataSource());
    this.accounts = alone(() -> new JdbcAccounts(database));
    this.node = alone(() -> Node.start(database, options.node(), Liveness.USUAL));
    this.audit = alone(() -> new AuditLog(database, Clock.systemUTC()));
    this.outbox = alone(() -> new Outbox(database, accounts, Clock.systemUTC()));
    this.scheduler = new HostScheduler(alone(() -> new JobTable(database)));
    this.plugins = new PluginSystem(options.home().resolve("bundles"), options.wiredTests());
  }

  /** Starts with the system properties that {@link HostOptions} names; ends with the JVM. */
  public static void main(String[] arguments) {
    try {
      Host host = start(HostOptions.of(System.getProperties()));
      Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
      host.announce(System.out);
    } catch (RuntimeException e) {
      LOG.error("The host does not start", e);
      System.exit(1);
    }
  }

  /** Starts a host; when this returns it answers. */
  public static Host start(HostOptions options) {
    Host host = new Host(options);
    try {
      host.start();
      return host;
    } catch (RuntimeException e) {
      host.close();
      throw e;
    }
  }

  private void start() {
    SiteAccess site = options::anonymousAccess;
    RestServlet rest = new RestServlet(plugins, site, webSudo);
    PluginServlets servlets = new PluginServlets(plugins, site);
    Apps apps = new Apps(plugins);
    PageSystem pages = alone(() -> pages(apps));
    HostServiceList.publish(
        plugins,
        options,
        server.baseUrl(),
        accounts,
        webSudo,
        database,
        node,
        pages.content(),
        scheduler);
    plugins.publish(AuditService.class, audit);
    plugins.publish(MultiQueueTaskManager.class, outbox);
    plugins.publish(LocalNotificationService.class, outbox);
    apps.whenDisabled(rest::forgetDisabled);
    apps.whenDisabled(servlets::forgetDisabled);
    apps.whenDisabled(pages::forgetDisabled);
    pages.register(server);
    server.add("/download/resources/*", new DownloadServlet(plugins, new ScriptTexts()));
    server.add("/rest/*", rest);
    server.add("/plugins/servlet/*", servlets);
    server.add(
        HostRestServlet.PATTERN, new HostRestServlet(plugins, apps, accounts, pages.content()));
    if (options.wiredTests()) {
      server.add(WiredTestsServlet.PATTERN, new WiredTestsServlet(plugins));
    }
    apps.installAll(options.jars());
    rest.reportUnguarded();
    server.start(accounts, webSudo, xsrf, pages::decorate);
  }

  private PageSystem pages(Apps apps) {
    PageSystem pages =
        new PageSystem(
            database.dataSource(),
            plugins,
            new PluginWebResources(plugins, WebServer.CONTEXT_PATH),
            accounts,
            xsrf,
            apps,
            () -> audit.newest(SHOWN_EVENTS),
            () -> outbox.newest(SHOWN_EVENTS),
            WebServer.CONTEXT_PATH);
    if (options.demo()) {
      pages.createDemoContent();
    }
    return pages;
  }

  /** Makes something while no other node changes the schema or makes first content. */
  private <T> T alone(Supplier<T> work) {
    AtomicReference<T> made = new AtomicReference<>();
    schemaLock.run(() -> made.set(work.get()));
    return made.get();
  }

  private static void createFolders(HostOptions options) {
    try {
      Files.createDirectories(options.home());
      Files.createDirectories(options.sharedHome());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the home folder " + options.home(), e);
    }
  }

  /** The plugin system, for tests in the host's JVM. */
  PluginSystem plugins() {
    return plugins;
  }

  /** URL of the host without a slash at its end. */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** One line per demo account, its access token last on the line; empty without a demo. */
  public List<String> accountTable() {
    return options.demo()
        ? alone(() -> new DemoAccounts(accounts, options.sharedHome()).prepare())
        : List.of();
  }

  private void announce(PrintStream out) {
    accountTable().forEach(out::println);
    out.println("Ready: " + baseUrl());
  }

  /**
   * Stops to answer, then stops the plugins, then leaves the nodes, then lets go of the database.
   */
  @Override
  public void close() {
    server.close();
    plugins.close();
    scheduler.close();
    node.close();
    database.close();
  }
}
