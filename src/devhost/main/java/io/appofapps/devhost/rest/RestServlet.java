package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.web.JsonAnswers;
import io.appofapps.devhost.web.SiteAccess;
import io.appofapps.devhost.web.WebSudo;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything below {@code /rest}: finds the module and starts it when it is first called. */
public final class RestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

  private final transient Plugins plugins;
  private final transient SiteAccess site;
  private final transient WebSudo webSudo;
  private final transient Map<String, RestApplication> applications = new HashMap<>();

  public RestServlet(Plugins plugins, SiteAccess site, WebSudo webSudo) {
    this.plugins = plugins;
    this.site = site;
    this.webSudo = webSudo;
  }

  /** Writes one error line to the log for each REST method that has no access annotation. */
  public void reportUnguarded() {
    for (RestModule module : modules()) {
      module
          .unguarded()
          .forEach(
              method ->
                  LOG.error(
                      "REST method {} of {} has no access annotation: every call is refused",
                      method,
                      module.descriptor().completeKey()));
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    List<RestModule> modules = modules();
    for (RestModule module : modules) {
      Optional<String> mountPoint = module.mountPoint(path);
      if (mountPoint.isPresent()) {
        application(module, modules).service(request, response, mountPoint.get());
        return;
      }
    }
    JsonAnswers.error(response, HttpServletResponse.SC_NOT_FOUND, "No REST resource here.");
  }

  private List<RestModule> modules() {
    return plugins.modules("rest").stream().map(RestModule::new).toList();
  }

  private synchronized RestApplication application(RestModule module, List<RestModule> modules)
      throws ServletException {
    String key = module.descriptor().completeKey();
    RestApplication running = applications.get(key);
    if (running != null && running.belongsTo(module.descriptor().plugin())) {
      return running;
    }
    stopAllBut(modules);
    RestApplication started = RestApplication.start(module, site, webSudo, getServletConfig());
    applications.put(key, started);
    return started;
  }

  /** Stops what belongs to plugins that were disabled since. */
  private void stopAllBut(List<RestModule> modules) {
    Set<RestApplication> live =
        modules.stream()
            .map(
                module ->
                    Optional.ofNullable(applications.get(module.descriptor().completeKey()))
                        .filter(app -> app.belongsTo(module.descriptor().plugin())))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    applications
        .values()
        .removeIf(
            application -> {
              boolean gone = !live.contains(application);
              if (gone) {
                application.stop();
              }
              return gone;
            });
  }

  /** Lets go of plugins that were disabled. */
  public synchronized void forgetDisabled() {
    stopAllBut(modules());
  }

  @Override
  public synchronized void destroy() {
    stopAllBut(List.of());
  }
}
