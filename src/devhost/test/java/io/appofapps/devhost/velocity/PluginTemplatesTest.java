package io.appofapps.devhost.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.devhost.testing.TestPlugin;
import io.appofapps.devhost.testing.TestPlugins;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.velocity.exception.VelocityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginTemplatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $x                             | &lt;b&gt;&quot;&#39;&amp;
          ${x}                           | &lt;b&gt;&quot;&#39;&amp;
          $!x                            | &lt;b&gt;&quot;&#39;&amp;
          $treeHtml                      | <b>"'&
          $!{treeHtml}                   | <b>"'&
          $TREEHTML                      | <b>"'&
          $body                          | <b>"'&
          $head                          | <b>"'&
          $xHtmlContent                  | <b>"'&
          $map.treeHtml                  | &lt;b&gt;&quot;&#39;&amp;
          $list.get(0)                   | &lt;b&gt;&quot;&#39;&amp;
          #foreach($i in $list)$i#end    | &lt;b&gt;&quot;&#39;&amp;
          #disableAntiXss()$x            | <b>"'&
          #htmlSafe()$x                  | &lt;b&gt;&quot;&#39;&amp;
          $number                        | 3
          $missing                       | $missing
          $!{missing}-                   | -
          """)
  void escapesAsConfluenceDoes(String template, String html) {
    String nasty = "<b>\"'&";
    Map<String, Object> values =
        Map.of(
            "x", nasty,
            "treeHtml", nasty,
            "TREEHTML", nasty,
            "body", nasty,
            "head", nasty,
            "xHtmlContent", nasty,
            "map", Map.of("treeHtml", nasty),
            "list", List.of(nasty),
            "number", 3);
    assertThat(templates(template).render("templates/t.vm", values)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $text.length()                 | 2
          $text.substring(0, 1)          | a
          $list.size()                   | 1
          $list.isEmpty()                | false
          $map.get("k")                  | v
          $map.k                         | v
          #foreach($e in $map.entrySet())$e.key=$e.value#end | k=v
          $text.getClass()               | $text.getClass()
          $text.class                    | $text.class
          $list.class.name               | $list.class.name
          $own.shown()                   | $own.shown()
          $own.name                      | $own.name
          $kind.name()                   | $kind.name()
          """)
  void callsOnlyMethodsOfSimpleTypes(String template, String html) {
    assertThat(templates(template).render("/templates/t.vm", values())).isEqualTo(html);
  }

  @Test
  void callsMethodsThatThePluginLists() {
    TestPlugin plugin =
        plugin("$own.shown() $own.name $own.other()")
            .module(
                "<velocity-allowlist key='a'><method>"
                    + Own.class.getName()
                    + "#shown()</method><method>"
                    + Own.class.getName()
                    + "#getName()</method></velocity-allowlist>");
    assertThat(new PluginTemplates(new TestPlugins(plugin)).render("templates/t.vm", values()))
        .isEqualTo("&lt;shown&gt; named $own.other()");
  }

  @Test
  void ignoresEntriesForClassesOfOthers() {
    TestPlugin plugin =
        plugin("$file.getPath()")
            .module(
                "<velocity-allowlist key='a'><method>java.io.File#getPath()</method>"
                    + "</velocity-allowlist>");
    assertThat(
            new PluginTemplates(new TestPlugins(plugin))
                .render("templates/t.vm", Map.of("file", new java.io.File("x"))))
        .isEqualTo("$file.getPath()");
  }

  @Test
  void parsesOtherTemplatesOfTheSamePlugin() {
    TestPlugin plugin = plugin("a#parse(\"templates/u.vm\")").with("templates/u.vm", "$x");
    assertThat(
            new PluginTemplates(new TestPlugins(plugin)).render("templates/t.vm", Map.of("x", "<")))
        .isEqualTo("a&lt;");
  }

  @Test
  void refusesSyntaxThatConfluencesVelocityDoesNotKnow() {
    assertThatThrownBy(() -> templates("#[[x]]#").render("templates/t.vm", Map.of()))
        .isInstanceOf(VelocityException.class)
        .hasMessageContaining("#[[");
  }

  @Test
  void saysWhichTemplateIsMissing() {
    assertThatThrownBy(() -> templates("x").render("templates/none.vm", Map.of()))
        .isInstanceOf(VelocityException.class)
        .hasMessageContaining("templates/none.vm");
  }

  @Test
  void forgetsTheTemplatesOfADisabledPlugin() {
    TestPlugin plugin = plugin("x");
    TestPlugins plugins = new TestPlugins(plugin);
    PluginTemplates templates = new PluginTemplates(plugins);
    templates.render("templates/t.vm", Map.of());
    plugins.disable(plugin);
    assertThatThrownBy(() -> templates.render("templates/t.vm", Map.of()))
        .isInstanceOf(VelocityException.class);
  }

  @Test
  void rendersTwoThousandSmallTemplatesASecond() {
    PluginTemplates templates =
        templates("#foreach($i in $list)<td class=\"a\">$i $map.k $text</td>#end");
    for (int i = 0; i < 2000; i++) {
      templates.render("templates/t.vm", values());
    }
    long start = System.nanoTime();
    for (int i = 0; i < 2000; i++) {
      templates.render("templates/t.vm", values());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  private static PluginTemplates templates(String template) {
    return new PluginTemplates(new TestPlugins(plugin(template)));
  }

  private static TestPlugin plugin(String template) {
    return new TestPlugin("test").with("templates/t.vm", template);
  }

  private static Map<String, Object> values() {
    return Map.of(
        "text",
        "ab",
        "list",
        List.of("a"),
        "map",
        Map.of("k", "v"),
        "own",
        new Own(),
        "kind",
        Thread.State.NEW);
  }

  /** A class of the plugin. */
  public static final class Own {
    public String shown() {
      return "<shown>";
    }

    public String getName() {
      return "named";
    }

    public String other() {
      return "other";
    }
  }
}
