package io.appofapps.devhost.testing;

import io.appofapps.devhost.audit.AuditLog;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.outbox.Outbox;
import io.appofapps.devhost.page.PageSystem;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.Xsrf;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The page system over a database in memory behind a server on a free port; the header {@code
 * X-User} says who asks.
 */
public final class TestSite implements AutoCloseable {

  public static final String TOKEN = "the-token";

  private final TestAccounts accounts = new TestAccounts();
  private final PageSystem pages;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> switched = new CopyOnWriteArrayList<>();
  private volatile String everybody;

  public TestSite(TestPlugin... plugins) throws Exception {
    this(0, plugins);
  }

  public TestSite(int port, TestPlugin... plugins) throws Exception {
    pages =
        new PageSystem(
            memory(),
            new TestPlugins(plugins),
            (keys, contexts) -> "<!--contexts " + contexts + "-->",
            accounts,
            new TokenXsrf(),
            (key, enable) -> switched.add(key + "=" + enable),
            () -> List.of(new AuditLog.Entry("2026-01-02T12:00:00Z", "ann", "<b>done</b>")),
            () -> List.of(new Outbox.Entry("2026-01-02T12:00:00Z", "mail", "<b>told</b>")),
            "/confluence");
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/confluence");
    Filter signIn =
        (request, response, chain) -> {
          String header = ((HttpServletRequest) request).getHeader("X-User");
          String user = header == null ? everybody : header;
          CurrentUser.set(user == null ? null : accounts.get(user));
          try {
            chain.doFilter(request, response);
          } finally {
            CurrentUser.set(null);
          }
        };
    context.addFilter(new FilterHolder(signIn), "/*", EnumSet.of(DispatcherType.REQUEST));
    pages.register((pattern, servlet) -> context.addServlet(new ServletHolder(servlet), pattern));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  /** Who asks when a request does not say; a browser cannot set the header. */
  public void everybodyIs(String user) {
    everybody = user;
  }

  /** A new, empty database. */
  public static DataSource memory() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return dataSource;
  }

  public Content content() {
    return pages.content();
  }

  public PageSystem pages() {
    return pages;
  }

  /** What the list of apps was asked to do, such as {@code key=false}. */
  public List<String> switched() {
    return switched;
  }

  public TestAccounts accounts() {
    return accounts;
  }

  public HttpResponse<String> get(String user, String path) {
    return send(request(user, path).GET().build());
  }

  /** Posts a form; the XSRF token is not added. */
  public HttpResponse<String> post(String user, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(user, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String user, String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/confluence" + path));
    return user == null ? builder : builder.header("X-User", user);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  private static final class TokenXsrf implements Xsrf {
    @Override
    public String token(HttpServletRequest request) {
      return TOKEN;
    }

    @Override
    public boolean isValid(HttpServletRequest request) {
      return TOKEN.equals(request.getParameter("atl_token"));
    }
  }
}
