package io.appofapps.devhost.osgi;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.appofapps.devhost.plugin.HostServices;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import io.appofapps.devhost.spring.PluginContext;
import io.appofapps.devhost.spring.ScannerIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins as Confluence loads transformer-less bundles: a manifest with plugin key and
 * version, a Spring context from the scanner's index, services of the host by import only.
 */
public final class PluginSystem implements Plugins, HostServices, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginSystem.class);

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

  /** Also found in the OSGi service registry, where plugins look for what may be missing. */
  @Override
  public <T> void publish(Class<T> type, T implementation) {
    services.put(type, plugin -> implementation);
    framework.register(type, implementation);
  }

  /** Publishes a service of which every plugin gets its own. */
  public <T> void publishPerPlugin(Class<T> type, Function<Plugin, T> implementation) {
    services.put(type, implementation);
  }

  /**
   * Installs the plugin, disabled. One with the same key that is installed is replaced; when the
   * new one is refused it stays.
   *
   * @throws PluginRefusedException when the jar breaks a rule of the product
   */
  public synchronized Plugin install(Path jar) {
    Bundle bundle = framework.install(jar);
    try {
      BundlePlugin plugin = BundleRules.plugin(bundle);
      if (installed.containsKey(plugin.key())) {
        uninstall(plugin.key());
      }
      installed.put(plugin.key(), plugin);
      return plugin;
    } catch (RuntimeException e) {
      uninstall(bundle);
      throw e;
    }
  }

  /**
   * Enables an installed plugin; nothing happens when it is enabled already.
   *
   * @throws PluginRefusedException when it cannot be enabled; it stays installed
   */
  public synchronized void enable(String key) {
    enableWithoutStart(key).ifPresent(PluginSystem::startExports);
  }

  /**
   * Enables the plugins that are not enabled, then starts them: {@code onStart} finds all of them
   * enabled. Those that cannot be enabled stay installed and are named in the log.
   */
  public synchronized void enableTogether(List<String> keys) {
    List<BundlePlugin> fresh = new ArrayList<>();
    for (String key : keys) {
      try {
        enableWithoutStart(key).ifPresent(fresh::add);
      } catch (PluginRefusedException e) {
        LOG.error("Plugin {} is refused", key, e);
      }
    }
    fresh.forEach(PluginSystem::startExports);
  }

  private Optional<BundlePlugin> enableWithoutStart(String key) {
    BundlePlugin plugin = find(key);
    if (enabled.contains(plugin)) {
      return Optional.empty();
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
    return Optional.of(plugin);
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
                            start(plugin, (LifecycleAware) bean);
                          }
                        }));
  }

  /** Like the product, a plugin that fails to start stays enabled. */
  private static void start(BundlePlugin plugin, LifecycleAware bean) {
    try {
      bean.onStart();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: onStart of {} fails", plugin.key(), bean.getClass().getName(), e);
    }
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

  /** Symbolic names of the bundles that are installed. */
  List<String> bundles() {
    return Arrays.stream(framework.bundles()).map(Bundle::getSymbolicName).toList();
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
