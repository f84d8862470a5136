package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.util.List;
import java.util.Optional;

/** Plugins of one plugin, which can be switched off and replaced. */
public final class OnePlugin implements Plugins {

  private volatile List<ModuleDescriptor> modules;

  public OnePlugin(ModuleDescriptor... modules) {
    this.modules = List.of(modules);
  }

  public void replace(ModuleDescriptor... now) {
    modules = List.of(now);
  }

  @Override
  public List<Plugin> enabled() {
    return modules.stream().map(ModuleDescriptor::plugin).distinct().toList();
  }

  @Override
  public List<ModuleDescriptor> modules(String type) {
    return modules.stream().filter(module -> module.type().equals(type)).toList();
  }

  @Override
  public Optional<ModuleDescriptor> module(String completeKey) {
    return modules.stream().filter(module -> module.completeKey().equals(completeKey)).findFirst();
  }
}
