package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Accounts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on the loop-back address, with everything that happens before a servlet is reached. */
public final class WebServer implements Routes, AutoCloseable {

  /** Context path of the host. */
  public static final String CONTEXT_PATH = "/confluence";

  private static final int THREADS = 64;
  private static final int SESSION_SECONDS = 3600;

  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
    this.context = new ServletContextHandler(ServletContextHandler.SESSIONS);
  }

  /**
   * Takes the port, so that the URL of the host is known; answers after {@link #start} only.
   *
   * @param port 0 takes any free port
   * @throws UncheckedIOException when the port is taken
   */
  public static WebServer open(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
    return new WebServer(server, connector);
  }

  /** URL of the host without a slash at its end. */
  public String baseUrl() {
    return "http://localhost:" + connector.getLocalPort() + CONTEXT_PATH;
  }

  @Override
  public void add(String pattern, HttpServlet servlet) {
    context.addServlet(new ServletHolder(servlet), pattern);
  }

  /** Installs sign-in and its pages and starts to answer. */
  public void start(Accounts accounts, WebSudo webSudo, Xsrf xsrf, Decorator decorator) {
    context.setContextPath(CONTEXT_PATH);
    context.setDefaultResponseCharacterEncoding(StandardCharsets.UTF_8.name());
    context.setErrorHandler(new PlainErrors());
    sessions();
    addFilter("/*", new ResponseRulesFilter());
    addFilter("/*", new SignInFilter(accounts));
    addFilter("/plugins/servlet/*", new DecoratorFilter(decorator));
    addAction(LoginServlet.PATHS, new LoginServlet(accounts), decorator);
    addAction(
        AuthenticateServlet.PATHS, new AuthenticateServlet(accounts, webSudo, xsrf), decorator);
    addFilter("/*", new XsrfFilter(xsrf));
    addFilter("/admin/*", new ConsoleFilter(webSudo));
    add("/logout.action", new LogoutServlet());
    add("/dropauthentication.action", new DropAccessServlet());
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The web server does not start", e);
    }
  }

  private void addAction(Set<String> paths, HttpServlet servlet, Decorator decorator) {
    ServletHolder holder = new ServletHolder(servlet);
    for (String path : paths) {
      addFilter(path, new DecoratorFilter(decorator));
      context.addServlet(holder, path);
    }
  }

  private void addFilter(String pattern, Filter filter) {
    context.addFilter(new FilterHolder(filter), pattern, EnumSet.of(DispatcherType.REQUEST));
  }

  private void sessions() {
    var sessions = context.getSessionHandler();
    // Browsers do not tell the ports of a machine apart: each node needs a cookie of its own.
    sessions.setSessionCookie("JSESSIONID-" + connector.getLocalPort());
    sessions.setHttpOnly(true);
    sessions.setSameSite(HttpCookie.SameSite.LAX);
    sessions.setSessionIdPathParameterName("none");
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web server does not stop", e);
    } finally {
      connector.close();
    }
  }
}
