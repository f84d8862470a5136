package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A plugin whose bundle holds the named classes of this test, for tests without a framework. */
public final class ClassesPlugin implements Plugin {

  private final Loader loader;
  private int created;

  public ClassesPlugin(Class<?>... classes) {
    this.loader = new Loader(classes);
  }

  /** The module that the XML describes. */
  public ModuleDescriptor module(String xml) {
    try {
      Element element =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      return new ModuleDescriptor(this, element.getTagName(), element.getAttribute("key"), element);
    } catch (Exception e) {
      throw new IllegalArgumentException(xml, e);
    }
  }

  @Override
  public String key() {
    return "test.plugin";
  }

  @Override
  public String name() {
    return "Test plugin";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public ClassLoader classLoader() {
    return loader;
  }

  @Override
  public <T> T create(String className, Class<T> type) {
    try {
      var constructor = Class.forName(className).getConstructors()[0];
      ProbeResource.Bean bean = () -> created++;
      return type.cast(
          constructor.getParameterCount() == 0
              ? constructor.newInstance()
              : constructor.newInstance(bean));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<URL> resource(String path) {
    return Optional.ofNullable(loader.getResource(path));
  }

  @Override
  public Optional<String> text(String key, Locale locale) {
    return Optional.empty();
  }

  private static final class Loader extends ClassLoader implements BundleReference {

    private final Class<?>[] classes;

    Loader(Class<?>... classes) {
      super(ClassesPlugin.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    public Bundle getBundle() {
      return (Bundle)
          Proxy.newProxyInstance(
              this,
              new Class<?>[] {Bundle.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("findEntries")) {
                  return Collections.enumeration(
                      java.util.Arrays.stream(classes).map(this::file).toList());
                }
                throw new AssertionError("The host asked for " + method);
              });
    }

    private URL file(Class<?> type) {
      try {
        return java.util.Objects.requireNonNull(
            getResource(type.getName().replace('.', '/') + ".class"));
      } catch (RuntimeException e) {
        throw new IllegalStateException(new IOException(type.getName(), e));
      }
    }
  }
}
