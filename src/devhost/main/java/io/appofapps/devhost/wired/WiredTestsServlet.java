package io.appofapps.devhost.wired;

import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.web.JsonAnswers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.runners.model.InitializationError;

/**
 * {@code GET /rest/atlassiantestrunner/1.0/runtest/<class>}: runs the class of a test plugin inside
 * the host. Installed only where wired tests are switched on, for it runs code on request.
 */
public final class WiredTestsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Where Atlassian's runner asks. */
  public static final String PATTERN = "/rest/atlassiantestrunner/1.0/runtest/*";

  private static final Pattern CLASS_NAME = Pattern.compile("it(\\.[A-Za-z_$][\\w$]*)+");

  private final transient Plugins plugins;

  public WiredTestsServlet(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
    if (!CLASS_NAME.matcher(name).matches()) {
      JsonAnswers.error(
          response, 400, "The first segment of the package must be 'it', not as in " + name);
      return;
    }
    Optional<Plugin> plugin = owner(name);
    if (plugin.isEmpty()) {
      JsonAnswers.error(response, 404, "No enabled plugin has the class " + name);
      return;
    }
    run(plugin.get(), name, response);
  }

  private static void run(Plugin plugin, String name, HttpServletResponse response)
      throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(plugin.classLoader());
    try {
      WiredRunner runner = new WiredRunner(plugin.create(name, Object.class));
      JsonAnswers.send(response, 200, WiredOutcome.of(name, runner));
    } catch (InitializationError e) {
      JsonAnswers.error(response, 500, name + " is no JUnit 4 test: " + e.getMessage());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Optional<Plugin> owner(String className) {
    String file = className.replace('.', '/') + ".class";
    return plugins.enabled().stream()
        .filter(plugin -> plugin.resource(file).isPresent())
        .findFirst();
  }
}
