package io.appofapps.devhost.render;

import com.atlassian.confluence.macro.Macro;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The macros by name: the host's few and those of the enabled plugins' modules. */
public final class Macros {

  private static final String MODULE = "xhtml-macro";

  private final Plugins plugins;
  private final Map<ModuleDescriptor, Macro> instances = new ConcurrentHashMap<>();

  public Macros(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * The macro that answers to the name or alias; its instance is made once, constructor autowired.
   */
  public Optional<Macro> find(String name) {
    Optional<ModuleDescriptor> module = module(name);
    if (module.isPresent()) {
      return module.map(this::instance);
    }
    return BuiltInMacros.find(name).map(BuiltInMacro::macro);
  }

  /** What is to be known about the macro of the name or alias. */
  public Optional<MacroDescription> describe(String name, Locale locale) {
    return module(name)
        .map(module -> MacroModules.describe(module, locale))
        .or(() -> BuiltInMacros.find(name).map(BuiltInMacro::description));
  }

  /** Every macro, whether offered or not. */
  public List<MacroDescription> all(Locale locale) {
    List<MacroDescription> all = new ArrayList<>();
    plugins.modules(MODULE).forEach(module -> all.add(MacroModules.describe(module, locale)));
    BuiltInMacros.ALL.forEach(builtIn -> all.add(builtIn.description()));
    return List.copyOf(all);
  }

  private Optional<ModuleDescriptor> module(String name) {
    List<ModuleDescriptor> modules = plugins.modules(MODULE);
    return modules.stream()
        .filter(module -> MacroModules.name(module).equals(name))
        .findFirst()
        .or(
            () ->
                modules.stream()
                    .filter(module -> MacroModules.aliases(module).contains(name))
                    .findFirst());
  }

  /** Lets the macros of plugins go that were disabled; enabled again they are made anew. */
  public void forgetDisabled() {
    instances.keySet().retainAll(plugins.modules(MODULE));
  }

  private Macro instance(ModuleDescriptor module) {
    return instances.computeIfAbsent(
        module, m -> m.plugin().create(m.attribute("class"), Macro.class));
  }
}
