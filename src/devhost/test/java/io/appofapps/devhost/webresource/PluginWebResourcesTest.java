package io.appofapps.devhost.webresource;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.testing.TestPlugin;
import io.appofapps.devhost.testing.TestPlugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginWebResourcesTest {

  private static String resource(String key, String... children) {
    return "<web-resource key='" + key + "'>" + String.join("", children) + "</web-resource>";
  }

  private static String download(String name) {
    return "<resource type='download' name='" + name + "' location='x'/>";
  }

  private static String tags(List<String> keys, List<String> contexts, String... modules) {
    TestPlugin plugin = new TestPlugin("p");
    for (String module : modules) {
      plugin.module(module);
    }
    return new PluginWebResources(new TestPlugins(plugin), "/c").tags(keys, contexts);
  }

  @Test
  void scriptsAndStylesBecomeTags() {
    assertThat(tags(List.of("p:a"), List.of(), resource("a", download("a.css"), download("a.js"))))
        .isEqualTo(
            "<link rel=\"stylesheet\" href=\"/c/download/resources/p:a/a.css?v=1.0\">\n"
                + "<script defer src=\"/c/download/resources/p:a/a.js?v=1.0\"></script>\n");
  }

  @Test
  void dependenciesComeFirstAndOnce() {
    String html =
        tags(
            List.of("p:a", "p:c"),
            List.of(),
            resource("a", "<dependency>p:b</dependency>", download("a.js")),
            resource("b", download("b.js")),
            resource("c", "<dependency>p:b</dependency>", download("c.js")));
    assertThat(html.lines().map(line -> line.replaceAll(".*/(.)\\.js.*", "$1")))
        .containsExactly("b", "a", "c");
  }

  @Test
  void aCircleOfDependenciesEnds() {
    assertThat(
            tags(
                List.of("p:a"),
                List.of(),
                resource("a", "<dependency>p:b</dependency>", download("a.js")),
                resource("b", "<dependency>p:a</dependency>", download("b.js"))))
        .contains("a.js")
        .contains("b.js");
  }

  @Test
  void contextsBringTheirResources() {
    String module = resource("a", "<context>editor</context>", download("a.js"));
    assertThat(tags(List.of(), List.of("editor"), module)).contains("a.js");
    assertThat(tags(List.of(), List.of("main"), module)).isEmpty();
  }

  @Test
  void namesAreEscaped() {
    assertThat(
            tags(
                List.of("p:a"),
                List.of(),
                resource("a", download("&quot;>&lt;b>.js"), download("x&amp;y.css"))))
        .doesNotContain("<b>")
        .contains("/p:a/&quot;")
        .contains("x&amp;y.css");
  }

  @Test
  void onlyDownloadsBecomeTags() {
    assertThat(
            tags(
                List.of("p:a"),
                List.of(),
                resource("a", "<resource type='velocity' name='a.js' location='x'/>")))
        .isEmpty();
  }

  @Test
  void onlyAuisExistingModulesPass() {
    TestPlugin plugin = new TestPlugin("p");
    PluginWebResources resources = new PluginWebResources(new TestPlugins(plugin), "/c");
    assertThat(resources.isKnown("com.atlassian.auiplugin:ajs")).isTrue();
    assertThat(resources.isKnown("com.atlassian.auiplugin:no-such-thing")).isFalse();
    assertThat(resources.isKnown("p:absent")).isFalse();
  }
}
