package io.appofapps.devhost.webresource;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.plugin.Plugin;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTextsTest {

  private static final Map<String, String> TEXTS =
      Map.of("a.hello", "It''s \"me\" </script>", "a.count", "{0} applications");

  private final Plugin plugin =
      (Plugin)
          Proxy.newProxyInstance(
              Plugin.class.getClassLoader(),
              new Class<?>[] {Plugin.class},
              (proxy, method, arguments) -> Optional.ofNullable(TEXTS.get(arguments[0])));

  private String fill(String script) {
    return new ScriptTexts().fill(script, plugin, Locale.ENGLISH);
  }

  @Test
  void aTextBecomesALiteralThatCannotEndTheScript() {
    assertThat(fill("x(AJS.I18n.getText('a.hello'));"))
        .isEqualTo("x(\"It's \\u0022me\\u0022 \\u003c/script>\");");
  }

  @Test
  void argumentsAreFormattedInTheBrowser() {
    assertThat(fill("WRM.I18n.getText(\"a.count\", n)"))
        .isEqualTo("AJS.format(\"{0} applications\", n)");
  }

  @Test
  void aKeyWithoutTextStandsForItself() {
    assertThat(fill("I18n.getText('no.such')")).isEqualTo("\"no.such\"");
  }
}
