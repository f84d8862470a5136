package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.web.SiteAccess;
import io.appofapps.devhost.web.WebSudo;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
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
    resources.registerClasses(Set.copyOf(module.classes()));
    resources.register(new Autowired(plugin, module.classes()));
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

  /**
   * Makes resources and providers by the plugin's Spring context instead of Jersey's own injection.
   */
  private static final class Autowired extends AbstractBinder {

    private final Plugin plugin;
    private final List<Class<?>> types;

    Autowired(Plugin plugin, List<Class<?>> types) {
      this.plugin = plugin;
      this.types = types;
    }

    @Override
    protected void configure() {
      types.forEach(this::bindCreated);
    }

    private <T> void bindCreated(Class<T> type) {
      bindFactory(() -> plugin.create(type.getName(), type)).to(type);
    }
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
