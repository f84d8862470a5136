package io.appofapps.devhost.web;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One running servlet of a plugin. */
final class PluginServlet {

  private final Plugin plugin;
  private final HttpServlet servlet;

  private PluginServlet(Plugin plugin, HttpServlet servlet) {
    this.plugin = plugin;
    this.servlet = servlet;
  }

  static PluginServlet start(ModuleDescriptor descriptor, ServletContext context)
      throws ServletException {
    Plugin plugin = descriptor.plugin();
    HttpServlet servlet = plugin.create(descriptor.attribute("class"), HttpServlet.class);
    servlet.init(new Config(descriptor.key(), context, parameters(descriptor.xml())));
    return new PluginServlet(plugin, servlet);
  }

  boolean belongsTo(Plugin current) {
    return plugin == current;
  }

  Guard guard() {
    return Guard.of(servlet.getClass()).orElse(Guard.LICENSED);
  }

  /** Serves with the plugin's class loader as context class loader, as the product does. */
  void service(HttpServletRequest request, HttpServletResponse response, String servletPath)
      throws ServletException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(plugin.classLoader());
    try {
      servlet.service(new Mounted(request, servletPath), response);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  void stop() {
    servlet.destroy();
  }

  private static Map<String, String> parameters(Element xml) {
    Map<String, String> parameters = new HashMap<>();
    NodeList elements = xml.getElementsByTagName("init-param");
    for (int index = 0; index < elements.getLength(); index++) {
      Element parameter = (Element) elements.item(index);
      parameters.put(text(parameter, "param-name"), text(parameter, "param-value"));
    }
    return parameters;
  }

  private static String text(Element parent, String name) {
    NodeList elements = parent.getElementsByTagName(name);
    return elements.getLength() == 0 ? "" : elements.item(0).getTextContent().trim();
  }

  private record Config(String name, ServletContext context, Map<String, String> parameters)
      implements ServletConfig {

    @Override
    public String getServletName() {
      return name;
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public String getInitParameter(String key) {
      return parameters.get(key);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }

  /** Servlet modules are never asynchronous in the product. */
  private static final class Mounted extends HttpServletRequestWrapper {

    private final String path;

    Mounted(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getServletPath() {
      return super.getServletPath() + path;
    }

    @Override
    public String getPathInfo() {
      String rest = super.getPathInfo().substring(path.length());
      return rest.isEmpty() ? null : rest;
    }

    @Override
    public boolean isAsyncSupported() {
      return false;
    }
  }
}
