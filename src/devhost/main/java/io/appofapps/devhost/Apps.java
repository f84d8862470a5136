package io.appofapps.devhost;

import io.appofapps.devhost.console.AppInstaller;
import io.appofapps.devhost.osgi.PluginRefusedException;
import io.appofapps.devhost.osgi.PluginSystem;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, enables and disables apps, and lets their REST resources and servlets go. */
final class Apps implements AppInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(Apps.class);

  private final PluginSystem plugins;
  private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();
  private final Map<String, Path> jars = new ConcurrentHashMap<>();

  Apps(PluginSystem plugins) {
    this.plugins = plugins;
  }

  /** What is to be run when apps were disabled, so that nothing of them is held. */
  void whenDisabled(Runnable forget) {
    forgetting.add(forget);
  }

  /** Installs all, then enables all; like the product, the host runs on without what it refuses. */
  void installAll(List<Path> files) {
    plugins.enableTogether(
        files.stream().flatMap(jar -> install(jar).stream()).distinct().toList());
  }

  private Optional<String> install(Path jar) {
    try {
      String key = plugins.install(jar).key();
      jars.put(key, jar);
      return Optional.of(key);
    } catch (PluginRefusedException e) {
      LOG.error("Plugin {} is refused", jar, e);
      return Optional.empty();
    }
  }

  @Override
  public List<App> all(Plugins known) {
    List<Plugin> enabled = plugins.enabled();
    return plugins.installed().stream()
        .map(
            plugin ->
                new App(plugin.key(), plugin.name(), plugin.version(), enabled.contains(plugin)))
        .toList();
  }

  @Override
  public void set(String key, boolean enable) {
    if (isUnknown(key)) {
      return;
    }
    if (enable) {
      plugins.enable(key);
    } else {
      plugins.disable(key);
    }
    forgetDisabled();
  }

  @Override
  public void uninstall(String key) {
    if (!isUnknown(key)) {
      plugins.uninstall(key);
      forgetDisabled();
    }
  }

  @Override
  public boolean install(String key) {
    Optional<Path> jar = Optional.ofNullable(jars.get(key));
    jar.ifPresent(file -> installAll(List.of(file)));
    forgetDisabled();
    return jar.isPresent();
  }

  private boolean isUnknown(String key) {
    return plugins.installed().stream().noneMatch(plugin -> plugin.key().equals(key));
  }

  private void forgetDisabled() {
    forgetting.forEach(Runnable::run);
  }
}
