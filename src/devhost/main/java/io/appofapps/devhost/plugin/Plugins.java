package io.appofapps.devhost.plugin;

import java.util.List;
import java.util.Optional;

/** The enabled plugins and their modules; what they contain changes when a plugin is disabled. */
public interface Plugins {

  List<Plugin> enabled();

  List<ModuleDescriptor> modules(String type);

  Optional<ModuleDescriptor> module(String completeKey);
}
