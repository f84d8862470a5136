package io.appofapps.devhost.osgi;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.spring.PluginContext;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A plugin made of a bundle; its Spring context comes and goes with its being enabled. */
final class BundlePlugin implements Plugin {

  private final Bundle bundle;
  private final Descriptor descriptor;
  private final List<ModuleDescriptor> modules;
  private volatile PluginContext context;

  BundlePlugin(Bundle bundle, Descriptor descriptor) {
    this.bundle = bundle;
    this.descriptor = descriptor;
    this.modules =
        descriptor.modules().stream()
            .map(xml -> new ModuleDescriptor(this, xml.getTagName(), xml.getAttribute("key"), xml))
            .toList();
  }

  Bundle bundle() {
    return bundle;
  }

  List<ModuleDescriptor> modules() {
    return modules;
  }

  void enabled(PluginContext started) {
    context = started;
  }

  Optional<PluginContext> context() {
    return Optional.ofNullable(context);
  }

  void disabled() {
    context = null;
  }

  @Override
  public String key() {
    return descriptor.key();
  }

  @Override
  public String name() {
    return descriptor.name();
  }

  @Override
  public String version() {
    return descriptor.version();
  }

  @Override
  public ClassLoader classLoader() {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  @Override
  public <T> T create(String className, Class<T> type) {
    PluginContext current = context;
    if (current == null) {
      throw new IllegalStateException(key() + " is not enabled");
    }
    return current.create(className, type);
  }

  @Override
  public Optional<URL> resource(String path) {
    return Optional.ofNullable(bundle.getResource(path.startsWith("/") ? path.substring(1) : path));
  }

  @Override
  public Optional<String> text(String key, Locale locale) {
    for (String location : descriptor.i18n()) {
      try {
        ResourceBundle texts =
            ResourceBundle.getBundle(
                location.replace('/', '.'),
                locale,
                classLoader(),
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES));
        return Optional.of(texts.getString(key));
      } catch (MissingResourceException e) {
        continue; // the next location may have it
      }
    }
    return Optional.empty();
  }
}
