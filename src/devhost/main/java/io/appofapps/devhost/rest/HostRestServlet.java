package io.appofapps.devhost.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.console.AppInstaller;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.JsonAnswers;
import io.appofapps.devhost.web.SessionXsrf;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host's own REST, for tests and administrators: {@code POST
 * /rest/devhost/1.0/plugins/<key>/<enable|disable|uninstall|install>}, {@code POST
 * /rest/devhost/1.0/users} and what {@link PageRest} does.
 */
public final class HostRestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Where it is served. */
  public static final String PATTERN = "/rest/devhost/1.0/*";

  private static final Pattern SWITCH =
      Pattern.compile("/plugins/([^/]+)/(enable|disable|uninstall|install)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final transient Plugins plugins;
  private final transient AppInstaller apps;
  private final transient Accounts accounts;
  private final transient PageRest pages;

  public HostRestServlet(Plugins plugins, AppInstaller apps, Accounts accounts, Content content) {
    this.plugins = plugins;
    this.apps = apps;
    this.accounts = accounts;
    this.pages = new PageRest(content);
  }

  /** A person to be created or replaced. */
  private record NewUser(
      String name, String fullName, String password, List<String> groups, Boolean licensed) {

    boolean isComplete() {
      return name != null && NAME.matcher(name).matches() && password != null;
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (CurrentUser.get().filter(Account::isAdministrator).isEmpty()) {
      int status = CurrentUser.get().isEmpty() ? 401 : 403;
      JsonAnswers.error(response, status, "Only administrators may do this.");
      return;
    }
    if (request.getHeader("Authorization") == null && !SessionXsrf.hasHeader(request)) {
      JsonAnswers.error(response, 403, "XSRF check failed: send 'X-Atlassian-Token: no-check'.");
      return;
    }
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    Matcher matcher = SWITCH.matcher(path);
    if (matcher.matches()) {
      turn(matcher.group(1), matcher.group(2), response);
    } else if (path.equals("/users")) {
      save(request, response);
    } else if (!pages.post(path, request, response)) {
      JsonAnswers.error(response, 404, "No REST resource here.");
    }
  }

  private void turn(String key, String deed, HttpServletResponse response) throws IOException {
    boolean known = apps.all(plugins).stream().anyMatch(app -> app.key().equals(key));
    boolean done =
        switch (deed) {
          case "install" -> apps.install(key);
          case "uninstall" -> {
            apps.uninstall(key);
            yield known;
          }
          default -> {
            apps.set(key, deed.equals("enable"));
            yield known;
          }
        };
    if (!done) {
      JsonAnswers.error(response, 404, "No plugin " + key);
      return;
    }
    boolean enabled = plugins.enabled().stream().anyMatch(plugin -> plugin.key().equals(key));
    JsonAnswers.send(response, 200, Map.of("key", key, "enabled", enabled));
  }

  private void save(HttpServletRequest request, HttpServletResponse response) throws IOException {
    NewUser user;
    try {
      user = MAPPER.readValue(request.getReader(), NewUser.class);
    } catch (JsonProcessingException e) {
      JsonAnswers.error(response, 400, "The body is no user: " + e.getOriginalMessage());
      return;
    }
    if (user == null || !user.isComplete()) {
      JsonAnswers.error(response, 400, "A user needs a name (" + NAME + ") and a password.");
      return;
    }
    Account account =
        accounts.save(
            user.name(),
            Objects.requireNonNullElse(user.fullName(), user.name()),
            user.password(),
            Set.copyOf(Objects.requireNonNullElse(user.groups(), List.of())),
            !Boolean.FALSE.equals(user.licensed()));
    JsonAnswers.send(
        response,
        201,
        Map.of(
            "name", account.name(),
            "key", account.key(),
            "token", accounts.issueToken(account.name())));
  }
}
