package io.appofapps.devhost.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import io.appofapps.devhost.testing.TestPlugin;
import io.appofapps.devhost.testing.TestPlugins;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StorageRendererTest {

  private final TestPlugin plugin =
      new TestPlugin("test")
          .module(macro("echo", "<alias name='parrot'/>"))
          .module(macro("plain", ""))
          .module(macro("where", ""))
          .module(macro("polite", ""))
          .module(macro("broken", ""))
          .instance("echo", macroOf(Macro.BodyType.RICH_TEXT, (p, b, c) -> p + "[" + b + "]"))
          .instance("plain", macroOf(Macro.BodyType.PLAIN_TEXT, (p, b, c) -> Html.escape(b)))
          .instance(
              "where",
              macroOf(
                  Macro.BodyType.NONE,
                  (p, b, c) ->
                      c.getOutputType() + "/" + c.getOutputDeviceType() + "/" + c.getSpaceKey()))
          .instance(
              "polite",
              macroOf(
                  Macro.BodyType.NONE,
                  (p, b, c) -> {
                    throw new MacroExecutionException("No set <hq>");
                  }))
          .instance(
              "broken",
              macroOf(
                  Macro.BodyType.NONE,
                  (p, b, c) -> {
                    throw new NoClassDefFoundError("com/example/Missing");
                  }));

  private final TestPlugins plugins = new TestPlugins(plugin);
  private final StorageRenderer renderer =
      new StorageRenderer(
          new Macros(plugins),
          (space, title) ->
              "Home".equals(title) ? Optional.of("/display/" + space + "/Home") : Optional.empty(),
          (space, title) -> Optional.empty(),
          label -> List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <p>a &amp; b</p>                                | <p>a &amp; b</p>
          <p>a&nbsp;b &euro;</p>                          | <p>a\u00a0b €</p>
          <p>1 &lt; 2</p>                                 | <p>1 &lt; 2</p>
          a<br/>b<hr/>                                    | a<br/>b<hr/>
          <p><em>x</em> <strong>y</strong></p>            | <p><em>x</em> <strong>y</strong></p>
          <p><script>alert(1)</script>x</p>               | <p>x</p>
          <iframe src="https://x.example">a</iframe>b     | b
          <p onclick="x()">a</p>                          | <p>a</p>
          <a href="javascript:alert(1)">a</a>             | <a>a</a>
          <p style="color: red;">a</p>                    | <p style="color: red;">a</p>
          <p style="background: url(x)">a</p>             | <p>a</p>
          <blink>a<b>c</b></blink>                        | a<b>c</b>
          <ac:placeholder>write here</ac:placeholder>x    | x
          """)
  void rendersStoredHtml(String storage, String html) {
    assertThat(render(storage)).isEqualTo(html);
  }

  @Test
  void escapesQuotesInAttributesThatStay() {
    assertThat(render("<p title='a\"b&lt;'>x</p>")).isEqualTo("<p title=\"a&quot;b&lt;\">x</p>");
  }

  @Test
  void givesAMacroItsParametersAndItsRenderedBody() {
    assertThat(
            render(
                "<ac:structured-macro ac:name=\"echo\"><ac:parameter"
                    + " ac:name=\"set\">hq</ac:parameter><ac:rich-text-body><p>in"
                    + " <script>x</script></p></ac:rich-text-body></ac:structured-macro>"))
        .isEqualTo("{set=hq}[<p>in </p>]");
  }

  @Test
  void findsAMacroByItsAlias() {
    assertThat(render("<ac:structured-macro ac:name=\"parrot\"/>")).isEqualTo("{}[]");
  }

  @Test
  void givesPlainTextAsItStands() {
    assertThat(
            render(
                "<ac:structured-macro ac:name=\"plain\"><ac:plain-text-body>"
                    + "<![CDATA[a &nbsp; <b>]]></ac:plain-text-body></ac:structured-macro>"))
        .isEqualTo("a &amp;nbsp; &lt;b&gt;");
  }

  @Test
  void readsResourceIdentifiersAsParameterValues() {
    assertThat(
            render(
                "<ac:structured-macro ac:name=\"echo\"><ac:parameter ac:name=\"page\"><ri:page"
                    + " ri:space-key=\"DEMO\""
                    + " ri:content-title=\"Home\"/></ac:parameter><ac:parameter"
                    + " ac:name=\"space\"><ri:space ri:space-key=\"OPS\"/></ac:parameter>"
                    + "</ac:structured-macro>"))
        .contains("page=DEMO:Home")
        .contains("space=OPS");
  }

  @ParameterizedTest
  @EnumSource(Output.class)
  void tellsAMacroWhereItsOutputGoes(Output output) {
    Rendered rendered =
        renderer.render(
            "<ac:structured-macro ac:name=\"where\"/>", new HostConversionContext(output, "DEMO"));
    String expected =
        output == Output.MOBILE ? "display/mobile/DEMO" : output.parameter() + "/desktop/DEMO";
    assertThat(rendered.html()).isEqualTo(expected);
  }

  @Test
  void showsTheMessageOfAMacroExecutionExceptionEscaped() {
    assertThat(render("<p>before</p><ac:structured-macro ac:name=\"polite\"/><p>after</p>"))
        .startsWith("<p>before</p>")
        .endsWith("<p>after</p>")
        .contains("Error rendering macro &#39;polite&#39;")
        .contains("No set &lt;hq&gt;");
  }

  @Test
  void rendersTheRestOfThePageWhateverAMacroThrows() {
    assertThat(render("<p>before</p><ac:structured-macro ac:name=\"broken\"/><p>after</p>"))
        .startsWith("<p>before</p>")
        .endsWith("<p>after</p>")
        .contains("Error rendering macro &#39;broken&#39;");
  }

  @Test
  void showsABoxForAnUnknownMacro() {
    assertThat(render("<ac:structured-macro ac:name=\"a&lt;b\"/>"))
        .contains("Unknown macro: &#39;a&lt;b&#39;");
  }

  @Test
  void forgetsTheMacrosOfADisabledPlugin() {
    assertThat(render("<ac:structured-macro ac:name=\"echo\"/>")).isEqualTo("{}[]");
    plugins.disable(plugin);
    assertThat(render("<ac:structured-macro ac:name=\"echo\"/>")).contains("Unknown macro");
  }

  @Test
  void measuresEachMacro() {
    Rendered rendered =
        renderer.render(
            "<ac:structured-macro ac:name=\"echo\"/><ac:structured-macro ac:name=\"where\"/>",
            new HostConversionContext(Output.DISPLAY, "DEMO"));
    assertThat(rendered.serverTiming())
        .matches("macro;desc=\"echo\";dur=\\d+\\.\\d\\d, macro;desc=\"where\";dur=\\d+\\.\\d\\d");
  }

  @Test
  void saysWhereABodyIsNotWellFormed() {
    assertThat(render("<p>one</p>\n<p>two")).contains("not well-formed").contains("Line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>
          <p>&e;</p>
          """)
  void readsNoEntityOfItsOwn(String storage) {
    assertThat(render(storage)).contains("not well-formed").doesNotContain("root:");
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThat(render("<b>".repeat(5000) + "</b>".repeat(5000))).contains("nested deeper");
  }

  @Test
  void linksPagesThatAreThere() {
    assertThat(
            render(
                "<ac:link><ri:page ri:content-title=\"Home\"/><ac:plain-text-link-body><![CDATA[go"
                    + " <home>]]></ac:plain-text-link-body></ac:link><ac:link><ri:page"
                    + " ri:content-title=\"Gone\"/></ac:link>"))
        .isEqualTo(
            "<a href=\"/display/DEMO/Home\">go &lt;home&gt;</a>"
                + "<span class=\"unresolved\">Gone</span>");
  }

  @Test
  void listsTheHeadingsWhereATableOfContentsStands() {
    assertThat(render("<ac:structured-macro ac:name=\"toc\"/><h2>A &amp; B</h2><h3>C</h3>"))
        .contains("<li class=\"toc-level-2\"><a href=\"#heading-1-AB\">A &amp; B</a></li>")
        .contains("<h2 id=\"heading-1-AB\">A &amp; B</h2>")
        .contains("toc-level-3");
  }

  @Test
  void rendersTasks() {
    assertThat(
            render(
                "<ac:task-list><ac:task><ac:task-status>complete</ac:task-status>"
                    + "<ac:task-body>done</ac:task-body></ac:task></ac:task-list>"))
        .contains("<li class=\"checked\">")
        .contains("done");
  }

  @Test
  void escapesTheBodyOfACodeBlock() {
    assertThat(
            render(
                "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body>"
                    + "<![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro>"))
        .contains("<pre class=\"codeContent panelContent\">&lt;b&gt;</pre>");
  }

  private String render(String storage) {
    return renderer.render(storage, new HostConversionContext(Output.DISPLAY, "DEMO")).html();
  }

  private static String macro(String name, String children) {
    return "<xhtml-macro key='"
        + name
        + "-macro' name='"
        + name
        + "' class='"
        + name
        + "'>"
        + children
        + "<parameters/></xhtml-macro>";
  }

  private static Macro macroOf(Macro.BodyType bodyType, TestMacro.Body body) {
    return new TestMacro(bodyType, body);
  }
}
