package io.appofapps.confluence.macro;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.pages.Page;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import io.appofapps.confluence.metrics.Meters;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TreeMacroTest {

  private final List<String> required = new ArrayList<>();

  private final PageBuilderService pageBuilder = () -> () -> resources();

  private RequiredResources resources() {
    return new RequiredResources() {
      @Override
      public RequiredResources requireWebResource(String moduleKey) {
        required.add(moduleKey);
        return this;
      }
    };
  }

  private TreeMacro macro(Scene scene, Viewers viewers) {
    return new TreeMacro(
        scene.tree,
        new MacroKit(
            scene.sight(viewers),
            scene.frame,
            scene.shared,
            scene.messages,
            pageBuilder,
            new Meters()));
  }

  private Document renderPage(Scene scene, boolean latest) {
    Page page =
        new Page() {
          @Override
          public long getId() {
            return 7;
          }

          @Override
          public boolean isLatestVersion() {
            return latest;
          }
        };
    return Jsoup.parse(
        macro(scene, TestViewers.licensed())
            .execute(Map.of("set", "root"), "", context("display", page)));
  }

  private Document render(Scene scene, String output, boolean licensed, String... parameters) {
    TreeMacro macro = macro(scene, licensed ? TestViewers.licensed() : TestViewers.nobody());
    Map<String, String> given = new java.util.HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    return Jsoup.parse(macro.execute(given, "", context(output)));
  }

  private static ConversionContext context(String output) {
    return context(output, null);
  }

  private static ConversionContext context(String output, Page page) {
    Map<Object, Object> properties = new java.util.HashMap<>();
    return (ConversionContext)
        Proxy.newProxyInstance(
            TreeMacroTest.class.getClassLoader(),
            new Class<?>[] {ConversionContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getOutputType" -> output;
                  case "getEntity" -> page;
                  case "hasProperty" -> properties.containsKey(arguments[0]);
                  case "getProperty" -> properties.get(arguments[0]);
                  case "setProperty" -> properties.put(arguments[0], arguments[1]);
                  default -> null;
                });
  }

  private static Scene scene() {
    return Scene.of(app("root").lists("a"), app("a").trackedBy("root"), app("other"));
  }

  private static String box(Document html) {
    return html.select(".aoa-box").text();
  }

  @Test
  void aPageGetsTheTreeAndTheScript() {
    Document html = render(scene(), "display", true, "set", "root");
    assertThat(html.select("[data-row]")).hasSize(2);
    assertThat(html.select(".aoa").hasClass("aoa-live")).isTrue();
    assertThat(required).containsExactly("io.appofapps.confluence:aoa-view");
  }

  @Test
  void whatAllBlocksShareComesOnceWithTheFirstThatIsDrawn() {
    TreeMacro macro = macro(scene(), TestViewers.licensed());
    ConversionContext page = context("display");
    Document bad = Jsoup.parse(macro.execute(Map.of("set", "root", "depth", "-1"), "", page));
    Document first = Jsoup.parse(macro.execute(Map.of("set", "root"), "", page));
    Document second = Jsoup.parse(macro.execute(Map.of("set", "root"), "", page));

    assertThat(bad.select(".aoa-sprite")).isEmpty();
    assertThat(first.select(".aoa-sprite").attr("data-texts")).contains("\"updated\":");
    assertThat(first.select("[data-row]")).hasSize(2);
    assertThat(second.select(".aoa-sprite")).isEmpty();
    assertThat(second.select("[data-row]")).hasSize(2);
    first
        .select("use")
        .forEach(
            icon -> assertThat(first.select(icon.attr("href"))).as(icon.toString()).hasSize(1));
  }

  @Test
  void aPageIsWrittenInAsciiWhateverIsShown() {
    Scene scene = Scene.of(app("root").lists("ärger-☃"), app("ärger-☃").trackedBy("root"));
    String html =
        macro(scene, TestViewers.licensed()).execute(Map.of("set", "root"), "", context("display"));
    assertThat(html).matches("\\p{ASCII}+");
    assertThat(Jsoup.parse(html).select(".aoa-name").eachText()).contains("ärger-☃");
  }

  @Test
  void aPreviewDoesNotPoll() {
    Document html = render(scene(), "preview", true, "set", "root");
    assertThat(html.select(".aoa").hasClass("aoa-live")).isFalse();
    assertThat(required).isNotEmpty();
  }

  @Test
  void anOlderVersionOfAPageIsCompleteAndDoesNotPoll() {
    Scene scene = scene();
    assertThat(renderPage(scene, true).select(".aoa").hasClass("aoa-live")).isTrue();

    Document old = renderPage(scene, false);
    assertThat(old.select(".aoa").hasClass("aoa-live")).isFalse();
    assertThat(old.select("[data-row]")).hasSize(2);
    assertThat(old.select(".aoa-stamp").text()).isNotEmpty();
  }

  @Test
  void mobileGetsThePageAndAComparisonIsStampedWithDateAndZone() {
    assertThat(render(scene(), "mobile", true, "set", "root").select("[data-row]")).hasSize(2);
    for (String output : List.of("pdf", "word", "email", "feed", "html_export", "diff")) {
      Document html = render(scene(), output, true, "set", "root");
      assertThat(html.text()).as(output).contains("Nov 23, 2026").contains("Europe/Berlin");
      assertThat(html.select("script, button, input, svg, [hidden], [data-row]")).isEmpty();
    }
  }

  @Test
  void onPaperABoxSaysTheSameWithoutPictures() {
    Document paper = render(scene(), "word", true, "set", "<b>hq</b>");
    assertThat(box(paper)).isEqualTo(box(render(scene(), "display", true, "set", "<b>hq</b>")));
    assertThat(paper.select("svg, b")).isEmpty();
  }

  @Test
  void everyOutputThatLivesOnGetsThePlainTable() {
    for (String output : List.of("pdf", "word", "email", "feed", "html_export", "diff", "new")) {
      Document html = render(scene(), output, true, "set", "root");
      assertThat(html.select(".aoa-export tbody tr")).as(output).hasSize(2);
    }
    assertThat(required).isEmpty();
  }

  @Test
  void anUnknownSetNamesTheOnesThereAre() {
    assertThat(box(render(scene(), "display", true, "set", "<b>hq</b>")))
        .isEqualTo(
            "Deployment set “<b>hq</b>” does not exist. Sets you may use here: root, other.");
  }

  @Test
  void withoutAnyConnectionItSaysSo() {
    assertThat(box(render(new Scene(), "display", true, "set", "root")))
        .startsWith("No cluster connection is configured.");
  }

  @Test
  void aClusterThatWasNeverReadIsNamedWithItsReason() {
    Scene scene = new Scene();
    scene.store.configure(List.of("default"));
    scene.store.connection(
        "default",
        ConnectionState.Phase.UNREACHABLE,
        "The name cluster.test cannot be resolved.",
        java.util.Optional.empty());
    assertThat(box(render(scene, "display", true, "set", "root")))
        .isEqualTo(
            "Nothing is known of the cluster “default” yet: unreachable. The name cluster.test"
                + " cannot be resolved.");
  }

  @Test
  void whoeverIsNotLicensedIsAskedToLogInAndSeesNoSet() {
    for (String output : List.of("display", "pdf")) {
      Document html = render(scene(), output, false, "set", "root");
      assertThat(box(html)).contains("Log in").doesNotContain("root");
      assertThat(html.select("[data-row], table")).isEmpty();
    }
  }

  @Test
  void aBadParameterIsNamedWithWhatIsAllowed() {
    assertThat(box(render(scene(), "display", true, "set", "root", "show", "<i>")))
        .isEqualTo("The parameter show cannot be “<i>”. Allowed: attention, all, problems.");
    assertThat(box(render(scene(), "display", true, "set", "root", "depth", "-1")))
        .contains("depth")
        .contains("0–100");
    assertThat(box(render(scene(), "display", true))).startsWith("No deployment set is chosen.");
  }

  @Test
  void anUnexpectedErrorBecomesABoxWithANumber() {
    TreeMacro macro = macro(scene(), TestViewers.broken());
    Document html = Jsoup.parse(macro.execute(Map.of("set", "root"), "", context("display")));
    assertThat(box(html)).containsPattern("error [0-9a-f]{8}").doesNotContain("no user directory");
  }
}
