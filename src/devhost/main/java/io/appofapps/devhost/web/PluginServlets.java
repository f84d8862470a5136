package io.appofapps.devhost.web;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.user.CurrentUser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Servlet modules of plugins below {@code /plugins/servlet}. A servlet without an access annotation
 * is for licensed people, as in the product.
 */
public final class PluginServlets extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Plugins plugins;
  private final transient SiteAccess site;
  private final transient Map<String, PluginServlet> running = new HashMap<>();

  public PluginServlets(Plugins plugins, SiteAccess site) {
    this.plugins = plugins;
    this.site = site;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    Optional<ServletPattern> pattern = find(path);
    if (pattern.isEmpty()) {
      Pages.message(
          response, HttpServletResponse.SC_NOT_FOUND, "Page not found", "Nothing is here.");
      return;
    }
    PluginServlet servlet = servlet(pattern.get().descriptor());
    Guard guard = servlet.guard();
    if (guard.admits(CurrentUser.get(), site)) {
      servlet.service(request, response, pattern.get().servletPath(path));
    } else if (CurrentUser.get().isEmpty()) {
      response.sendRedirect(LocalUrl.login(request));
    } else {
      Pages.message(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Not permitted",
          "You do not have permission to view this page.");
    }
  }

  private Optional<ServletPattern> find(String path) {
    return descriptors().stream()
        .flatMap(ServletPattern::of)
        .filter(pattern -> pattern.matches(path))
        .max(ServletPattern.BEST_LAST);
  }

  private List<ModuleDescriptor> descriptors() {
    return plugins.modules("servlet");
  }

  private synchronized PluginServlet servlet(ModuleDescriptor descriptor) throws ServletException {
    PluginServlet servlet = running.get(descriptor.completeKey());
    if (servlet == null || !servlet.belongsTo(descriptor.plugin())) {
      forgetDisabled();
      servlet = PluginServlet.start(descriptor, getServletContext());
      running.put(descriptor.completeKey(), servlet);
    }
    return servlet;
  }

  /** Destroys the servlets of plugins that were disabled. */
  public synchronized void forgetDisabled() {
    List<ModuleDescriptor> enabled = descriptors();
    running
        .values()
        .removeIf(
            servlet -> {
              boolean gone = enabled.stream().noneMatch(it -> servlet.belongsTo(it.plugin()));
              if (gone) {
                servlet.stop();
              }
              return gone;
            });
  }

  @Override
  public synchronized void destroy() {
    running.values().forEach(PluginServlet::stop);
    running.clear();
  }
}
