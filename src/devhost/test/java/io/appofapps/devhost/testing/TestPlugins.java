package io.appofapps.devhost.testing;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The enabled plugins of a test. */
public final class TestPlugins implements Plugins {

  private final List<TestPlugin> enabled;

  public TestPlugins(TestPlugin... enabled) {
    this.enabled = new CopyOnWriteArrayList<>(enabled);
  }

  public void disable(TestPlugin plugin) {
    enabled.remove(plugin);
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
}
