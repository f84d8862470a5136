package io.appofapps.devhost.rest;

import io.appofapps.devhost.web.SiteAccess;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.web.WebSudo;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** One running {@code <rest>} module. */
final class RestApplication {

  private final Plugin plugin;
  private final ServletContainer container;

  private RestApplication(Plugin plugin, ServletContainer container) {
    this.plugin = plugin;
    this.container = container;
  }

  static RestApplication start(
      RestModule module, SiteAccess site, WebSudo webSudo, ServletConfig config)
      throws ServletException {
    Plugin plugin = module.descriptor().plugin();
    ResourceConfig resources = new ResourceConfig();
    resources.setClassLoader(plugin.classLoader());
    resources.setApplicationName(module.descriptor().completeKey());
    resources.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    resources.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    resources.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    resources.register(JacksonFeature.class);
    resources.register(new RestXsrfFilter());
    resources.register(new GuardFilter(site, webSudo));
    resources.register(new UncaughtExceptions());
    for (Class<?> type : module.classes()) {
      resources.register(plugin.create(type.getName(), Object.class));
    }
    ServletContainer container = new ServletContainer(resources);
    container.init(config);
    return new RestApplication(plugin, container);
  }

  /** False once the plugin was disabled, even when it is enabled again. */
  boolean belongsTo(Plugin current) {
    return plugin == current;
  }

  void service(HttpServletRequest request, HttpServletResponse response, String mountPoint)
      throws ServletException, IOException {
    container.service(new Mounted(request, mountPoint), response);
  }

  void stop() {
    container.destroy();
  }

  /** The request as Jersey expects it: the servlet path is the mount point of the module. */
  private static final class Mounted extends HttpServletRequestWrapper {

    private final String mountPoint;

    Mounted(HttpServletRequest request, String mountPoint) {
      super(request);
      this.mountPoint = mountPoint;
    }

    @Override
    public String getServletPath() {
      return super.getServletPath() + mountPoint;
    }

    @Override
    public String getPathInfo() {
      return super.getPathInfo().substring(mountPoint.length());
    }

    @Override
    public boolean isAsyncSupported() {
      return false;
    }
  }
}
