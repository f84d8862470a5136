package io.appofapps.devhost.osgi;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.appofapps.devhost.plugin.HostServices;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.spring.PluginContext;
import io.appofapps.devhost.spring.ScannerIndex;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins as Confluence loads transformer-less bundles: a manifest with plugin key and
 * version, a Spring context from the scanner's index, services of the host by import only.
 */
public final class PluginSystem implements Plugins, HostServices, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginSystem.class);
  private static final String SCANNER_ANNOTATIONS =
      "com/atlassian/plugin/spring/scanner/annotation/imports/ComponentImport.class";

  private final OsgiFramework framework;
  private final Map<Class<?>, Function<Plugin, ?>> services = new ConcurrentHashMap<>();
  private final Map<String, BundlePlugin> installed =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<BundlePlugin> enabled = new CopyOnWriteArrayList<>();

  /**
   * Starts the framework.
   *
   * @param cache folder of its own, emptied at start
   * @param withTestPackages whether test plugins may import JUnit
   */
  public PluginSystem(Path cache, boolean withTestPackages) {
    this.framework = OsgiFramework.start(cache, withTestPackages);
  }

  @Override
  public <T> void publish(Class<T> type, T implementation) {
    services.put(type, plugin -> implementation);
  }

  /** Publishes a service of which every plugin gets its own. */
  public <T> void publishPerPlugin(Class<T> type, Function<Plugin, T> implementation) {
    services.put(type, implementation);
  }

  /**
   * Installs the plugin, disabled.
   *
   * @throws PluginRefusedException when the jar breaks a rule of the product
   */
  public Plugin install(Path jar) {
    Bundle bundle = framework.install(jar);
    try {
      BundlePlugin plugin = checked(bundle);
      installed.put(plugin.key(), plugin);
      return plugin;
    } catch (RuntimeException e) {
      uninstall(bundle);
      throw e;
    }
  }

  private static BundlePlugin checked(Bundle bundle) {
    String key = bundle.getHeaders().get("Atlassian-Plugin-Key");
    require(key != null, bundle.getLocation() + " has no Atlassian-Plugin-Key in its manifest");
    require(
        !bundle.getVersion().equals(Version.emptyVersion), key + " has no valid Bundle-Version");
    require(
        key.equals(bundle.getSymbolicName()),
        key + " differs from the Bundle-SymbolicName " + bundle.getSymbolicName());
    require(
        bundle.getEntry(SCANNER_ANNOTATIONS) == null,
        key + " contains the annotations of Spring Scanner, which the product provides");
    require(scansIndexes(bundle), key + " has no META-INF/spring/*.xml with <scan-indexes/>");
    URL main = bundle.getEntry("atlassian-plugin.xml");
    require(main != null, key + " has no atlassian-plugin.xml");
    Descriptor descriptor = Descriptor.read(main, scanFolders(bundle));
    require(
        key.equals(descriptor.key()),
        key + " differs from the key of the descriptor, " + descriptor.key());
    for (var module : descriptor.modules()) {
      if (module.getTagName().equals("component")
          || module.getTagName().equals("component-import")) {
        LOG.warn(
            "{}: <{}> in the descriptor is ignored, the bundle is not transformed",
            key,
            module.getTagName());
      }
    }
    return new BundlePlugin(bundle, descriptor);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PluginRefusedException(otherwise);
    }
  }

  private static boolean scansIndexes(Bundle bundle) {
    for (URL url : entries(bundle, "META-INF/spring")) {
      try (var in = url.openStream()) {
        if (new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .contains("scan-indexes")) {
          return true;
        }
      } catch (java.io.IOException e) {
        throw new PluginRefusedException("Cannot read " + url, e);
      }
    }
    return false;
  }

  private static List<URL> scanFolders(Bundle bundle) {
    String folders = bundle.getHeaders().get("Atlassian-Scan-Folders");
    List<URL> files = new ArrayList<>();
    if (folders != null) {
      for (String folder : folders.split(",")) {
        files.addAll(entries(bundle, folder.strip()));
      }
    }
    return files;
  }

  private static List<URL> entries(Bundle bundle, String folder) {
    Enumeration<URL> found = bundle.findEntries(folder, "*.xml", false);
    return found == null ? List.of() : Collections.list(found);
  }

  /**
   * Enables an installed plugin; nothing happens when it is enabled already.
   *
   * @throws PluginRefusedException when it cannot be enabled; it stays installed
   */
  public synchronized void enable(String key) {
    BundlePlugin plugin = find(key);
    if (enabled.contains(plugin)) {
      return;
    }
    try {
      plugin.bundle().start();
      ScannerIndex index = ScannerIndex.read(plugin.bundle()::getEntry);
      plugin.enabled(
          PluginContext.start(key, index, plugin.classLoader(), type -> service(type, plugin)));
    } catch (BundleException e) {
      throw new PluginRefusedException(key + " cannot be resolved: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      stopBundle(plugin);
      throw e;
    }
    enabled.add(plugin);
    startExports(plugin);
  }

  private Optional<Object> service(Class<?> type, BundlePlugin plugin) {
    Function<Plugin, ?> ofHost = services.get(type);
    if (ofHost != null) {
      return Optional.of(ofHost.apply(plugin));
    }
    return enabled.stream()
        .flatMap(other -> other.context().stream())
        .flatMap(context -> context.exports().entrySet().stream())
        .filter(export -> export.getValue().contains(type))
        .<Object>map(Map.Entry::getKey)
        .findFirst();
  }

  private static void startExports(BundlePlugin plugin) {
    plugin
        .context()
        .ifPresent(
            context ->
                context
                    .exports()
                    .forEach(
                        (bean, types) -> {
                          if (types.contains(LifecycleAware.class)) {
                            ((LifecycleAware) bean).onStart();
                          }
                        }));
  }

  /** Disables a plugin: its modules go, its beans are destroyed. */
  public synchronized void disable(String key) {
    BundlePlugin plugin = find(key);
    enabled.remove(plugin);
    Optional<PluginContext> context = plugin.context();
    plugin.disabled();
    context.ifPresent(PluginContext::close);
    stopBundle(plugin);
  }

  /** Disables and removes a plugin with its class loader. */
  public synchronized void uninstall(String key) {
    disable(key);
    uninstall(installed.remove(key).bundle());
  }

  private void uninstall(Bundle bundle) {
    try {
      bundle.uninstall();
      framework.refresh(bundle);
    } catch (BundleException e) {
      throw new IllegalStateException("Cannot uninstall " + bundle.getSymbolicName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stopBundle(BundlePlugin plugin) {
    try {
      plugin.bundle().stop();
    } catch (BundleException e) {
      LOG.warn("{} does not stop cleanly", plugin.key(), e);
    }
  }

  private BundlePlugin find(String key) {
    BundlePlugin plugin = installed.get(key);
    if (plugin == null) {
      throw new IllegalArgumentException("No plugin " + key + " is installed");
    }
    return plugin;
  }

  /** The modules of an installed plugin, enabled or not. */
  public List<ModuleDescriptor> modules(Plugin plugin) {
    return find(plugin.key()).modules();
  }

  /** All plugins, enabled or not. */
  public List<Plugin> installed() {
    synchronized (installed) {
      return List.copyOf(installed.values());
    }
  }

  @Override
  public List<Plugin> enabled() {
    return List.copyOf(enabled);
  }

  @Override
  public List<ModuleDescriptor> modules(String type) {
    return enabled.stream()
        .flatMap(plugin -> plugin.modules().stream())
        .filter(module -> module.type().equals(type))
        .toList();
  }

  @Override
  public Optional<ModuleDescriptor> module(String completeKey) {
    return enabled.stream()
        .flatMap(plugin -> plugin.modules().stream())
        .filter(module -> module.completeKey().equals(completeKey))
        .findFirst();
  }

  /** Disables all plugins, last first, and stops the framework. */
  @Override
  public void close() {
    List<BundlePlugin> reversed = new ArrayList<>(enabled);
    Collections.reverse(reversed);
    reversed.forEach(plugin -> disable(plugin.key()));
    framework.close();
  }
}
