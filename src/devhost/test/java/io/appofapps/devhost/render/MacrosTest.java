package io.appofapps.devhost.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.macro.Macro;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.rest.OnePlugin;
import io.appofapps.devhost.testing.TestPlugin;
import org.junit.jupiter.api.Test;

class MacrosTest {

  @Test
  void aMacroOfAPluginThatWasDisabledIsMadeAnew() {
    Macro first = new TestMacro(Macro.BodyType.NONE, (parameters, body, context) -> "1");
    Macro second = new TestMacro(Macro.BodyType.NONE, (parameters, body, context) -> "2");
    TestPlugin plugin =
        new TestPlugin("p")
            .module("<xhtml-macro key='m' name='m' class='M'/>")
            .instance("M", first);
    ModuleDescriptor module = plugin.modules().get(0);
    OnePlugin plugins = new OnePlugin(module);
    Macros macros = new Macros(plugins);
    assertThat(macros.find("m")).containsSame(first);

    plugin.instance("M", second);
    assertThat(macros.find("m")).as("still enabled").containsSame(first);
    plugins.replace();
    macros.forgetDisabled();
    plugins.replace(module);
    assertThat(macros.find("m")).containsSame(second);
  }
}
