package io.appofapps.devhost.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.testing.TestPlugin;
import io.appofapps.devhost.testing.TestSite;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSystemTest {

  private TestSite site;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    TestPlugin plugin =
        new TestPlugin("app")
            .text("app.where.label", "Where & when")
            .text("app.section", "App of Apps")
            .text("app.link", "Connections")
            .module(
                "<xhtml-macro key='m' name='where' class='where'><alias name='place'/>"
                    + "<category name='development'/><parameters>"
                    + "<parameter name='set' type='string' required='true'/>"
                    + "<parameter name='layout' type='enum' default='tree'><value name='tree'/>"
                    + "<value name='table'/></parameter></parameters></xhtml-macro>")
            .module(
                "<web-section key='s' location='system.admin'><label key='app.section'/>"
                    + "</web-section>")
            .module(
                "<web-item key='i' section='system.admin/s'><label key='app.link'/>"
                    + "<link linkId='app-link'>/plugins/servlet/app</link></web-item>")
            .instance("where", new Where());
    site = new TestSite(plugin);
    site.content().spaces().create(new Space("DEMO", "Demo <b>", ""));
    page =
        site.content()
            .pages()
            .create(
                "DEMO",
                OptionalLong.empty(),
                new PageEdit(
                    "A & <b>",
                    "<p>text</p><ac:structured-macro ac:name=\"where\"/>",
                    "",
                    false,
                    "admin"));
  }

  @AfterEach
  void stop() throws Exception {
    site.close();
  }

  @Test
  void sendsThoseNotSignedInToTheLogInPage() {
    HttpResponse<String> answer = site.get(null, "/pages/viewpage.action?pageId=" + page.id());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(
            "/confluence/login.action?os_destination=%2Fpages%2Fviewpage.action%3FpageId%3D"
                + page.id());
  }

  @Test
  void showsAPageWithItsTitleEscapedAndItsMacroMeasured() {
    HttpResponse<String> answer = view("viewer", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("A &amp; &lt;b&gt;</a></h1>")
        .contains("<p>display/desktop</p>")
        .contains("Demo &lt;b&gt;")
        .doesNotContain("<b>");
    assertThat(answer.headers().firstValue("Server-Timing").orElse(""))
        .startsWith("macro;desc=\"where\";dur=");
  }

  @Test
  void sendsNoInlineScript() {
    HttpResponse<String> answer = view("viewer", "");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self';");
    assertThat(answer.body()).doesNotContainPattern("<script(?![^>]*src=)|\\son[a-z]+=");
  }

  @Test
  void asksForTheWebResourcesOfAPage() {
    assertThat(view("viewer", "").body())
        .contains("<!--contexts [main, page, viewcontent, atl.general]-->");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "word", "email", "html_export", "feed", "diff"})
  void rendersForReadersWithoutScripts(String output) {
    HttpResponse<String> answer = view("viewer", "&output=" + output);
    assertThat(answer.body()).contains("<p>" + output + "/desktop</p>").doesNotContain("<script");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("word".equals(output) ? "application/msword" : "text/html");
  }

  @Test
  void rendersForAPhone() {
    assertThat(view("viewer", "&output=mobile").body()).contains("<p>display/mobile</p>");
  }

  @Test
  void findsAPageByItsDisplayAddress() {
    Page other =
        site.content()
            .pages()
            .create(
                "DEMO",
                OptionalLong.of(page.id()),
                new PageEdit("Über uns + mehr", "<p>x</p>", "", false, "admin"));
    Page plain =
        site.content()
            .pages()
            .create(
                "DEMO",
                OptionalLong.of(page.id()),
                new PageEdit("Über uns", "<p>y</p>", "", false, "admin"));
    assertThat(site.get("viewer", Addresses.view(plain)).body()).contains("<p>y</p>");
    assertThat(site.get("viewer", Addresses.view(other)).body()).contains("<p>x</p>");
  }

  @Test
  void doesNotTellWhetherARestrictedPageExists() {
    restrict(Restriction.Kind.VIEW);
    HttpResponse<String> hidden = view("viewer", "");
    HttpResponse<String> missing = site.get("viewer", "/pages/viewpage.action?pageId=999");
    assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
    assertThat(hidden.body().replaceAll("\\d+", ""))
        .isEqualTo(missing.body().replaceAll("\\d+", ""));
    assertThat(site.get("viewer", "/dashboard.action").body()).doesNotContain("A &amp;");
    assertThat(site.get("viewer", "/dosearchsite.action?queryString=A").body())
        .doesNotContain("A &amp; &lt;b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "pdf", "email"})
  void exportsNothingToThoseWhoMayNotSee(String output) {
    restrict(Restriction.Kind.VIEW);
    assertThat(view("viewer", "&output=" + output).body()).doesNotContain("text</p>");
  }

  @Test
  void rendersAnIncludedPageAsItselfForThoseWhoMaySeeIt() {
    site.content().spaces().create(new Space("OPS", "Operations", ""));
    Page outer =
        site.content()
            .pages()
            .create(
                "OPS",
                OptionalLong.empty(),
                new PageEdit("Outer", include("DEMO", "A &amp; &lt;b>"), "", false, "admin"));
    String address = "/pages/viewpage.action?pageId=" + outer.id();

    assertThat(site.get("viewer", address).body()).contains("<i>DEMO on A & b</i>");

    restrict(Restriction.Kind.VIEW);
    assertThat(site.get("viewer", address).body())
        .contains("could not be found")
        .doesNotContain("<i>DEMO");
  }

  @Test
  void doesNotIncludeAPageInItself() {
    site.content()
        .pages()
        .update(page.id(), 1, new PageEdit("Own", include("DEMO", "Own"), "", false, "admin"));
    assertThat(view("viewer", "").body()).contains("The page includes itself.");
  }

  private static String include(String space, String title) {
    return "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ac:link>"
        + "<ri:page ri:space-key=\""
        + space
        + "\" ri:content-title=\""
        + title
        + "\"/></ac:link></ac:parameter></ac:structured-macro>";
  }

  @Test
  void savesANewVersion() {
    HttpResponse<String> answer = save("developer", "New", "<p>new</p>", "1", TestSite.TOKEN);
    assertThat(answer.statusCode()).isEqualTo(303);
    Page saved = site.content().pages().find(page.id()).orElseThrow();
    assertThat(saved.title()).isEqualTo("New");
    assertThat(saved.version()).isEqualTo(2);
    assertThat(saved.latest().by().user()).isEqualTo("developer");
  }

  @Test
  void savesNothingWithoutTheToken() {
    assertThat(save("developer", "New", "<p>new</p>", "1", "").statusCode()).isEqualTo(403);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void savesNothingForThoseWhoMayNotEdit() {
    restrict(Restriction.Kind.EDIT);
    assertThat(save("viewer", "New", "<p>new</p>", "1", TestSite.TOKEN).statusCode())
        .isEqualTo(403);
    assertThat(site.get("viewer", "/pages/editpage.action?pageId=" + page.id()).statusCode())
        .isEqualTo(403);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void keepsTheTextOfAnEditThatSomebodyOvertook() {
    save("developer", "Theirs", "<p>theirs</p>", "1", TestSite.TOKEN);
    HttpResponse<String> late = save("viewer", "Mine", "<p>mine</p>", "1", TestSite.TOKEN);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Dora Developer saved version 2")
        .contains("&lt;p&gt;mine&lt;/p&gt;");
    assertThat(site.content().pages().find(page.id()).orElseThrow().title()).isEqualTo("Theirs");
  }

  @Test
  void refusesABodyThatIsNotWellFormedAndSaysWhere() {
    HttpResponse<String> answer = save("developer", "New", "<p>\n<b>", "1", TestSite.TOKEN);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The storage format is wrong. Line 2");
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void previewsWithoutSaving() {
    HttpResponse<String> answer =
        site.post(
            "viewer",
            "/pages/preview.action",
            Map.of(
                "atl_token", TestSite.TOKEN,
                "spaceKey", "DEMO",
                "wysiwygContent", "<ac:structured-macro ac:name=\"where\"/>"));
    assertThat(answer.body()).contains("<p>preview/desktop</p>");
    assertThat(site.post("viewer", "/pages/preview.action", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void describesMacrosToTheMacroBrowser() {
    assertThat(site.get("viewer", "/plugins/macrobrowser/browse-macros.action").body())
        .contains("\"macroName\":\"where\"")
        .contains("\"title\":\"Where & when\"")
        .contains("\"aliases\":[\"place\"]")
        .contains("\"categories\":[\"development\"]")
        .contains("\"name\":\"set\"")
        .contains("\"required\":true")
        .contains("\"enumValues\":[\"tree\",\"table\"]")
        .contains("\"defaultValue\":\"tree\"")
        .contains("\"bodyType\":\"NONE\"");
  }

  @Test
  void drawsAPlaceholderForAMacro() {
    String definition =
        java.util.Base64.getUrlEncoder().encodeToString("{where:set=<hq>}".getBytes());
    HttpResponse<String> answer =
        site.get("viewer", "/placeholder/macro?definition=" + definition.replace("=", "%3D"));
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("image/svg+xml");
    assertThat(answer.body()).contains("Where &amp; when").contains("set = &lt;hq&gt;");
    assertThat(site.get("viewer", "/placeholder/macro?definition=!").statusCode()).isEqualTo(400);
  }

  @Test
  void keepsTheConsoleForAdministrators() {
    assertThat(site.get("viewer", "/admin/console.action").statusCode()).isEqualTo(403);
    assertThat(site.get("admin", "/admin/console.action").body())
        .contains("App of Apps")
        .contains("href=\"/confluence/plugins/servlet/app\">Connections</a>");
  }

  @Test
  void switchesAppsOnlyForAdministratorsWithTheToken() {
    Map<String, String> form = Map.of("key", "app", "to", "disable", "atl_token", TestSite.TOKEN);
    site.post("viewer", "/admin/manageapps.action", form);
    site.post("admin", "/admin/manageapps.action", Map.of("key", "app", "to", "disable"));
    assertThat(site.switched()).isEmpty();
    site.post("admin", "/admin/manageapps.action", form);
    assertThat(site.switched()).containsExactly("app=false");
  }

  @Test
  void createsDemoContentOnce() throws Exception {
    try (TestSite demo = new TestSite()) {
      demo.pages().createDemoContent();
      demo.pages().createDemoContent();
      assertThat(demo.content().pages().inSpace("DEMO"))
          .extracting(Page::title)
          .startsWith("Deployment tree")
          .doesNotHaveDuplicates();
      assertThat(demo.get("viewer", "/display/DEMO/Deployment+tree").body())
          .contains("Unknown macro: &#39;aoa-tree&#39;");
    }
  }

  @Test
  void servesOnlyItsOwnStaticFiles() {
    assertThat(site.get(null, "/host/static/look.css").statusCode()).isEqualTo(200);
    assertThat(site.get(null, "/host/static/..%2flayout.vm").statusCode()).isNotEqualTo(200);
    assertThat(site.get(null, "/host/static/../layout.vm").statusCode()).isNotEqualTo(200);
  }

  private HttpResponse<String> view(String user, String more) {
    return site.get(user, "/pages/viewpage.action?pageId=" + page.id() + more);
  }

  private HttpResponse<String> save(
      String user, String title, String body, String version, String token) {
    return site.post(
        user,
        "/pages/doeditpage.action",
        Map.of(
            "pageId", Long.toString(page.id()),
            "title", title,
            "wysiwygContent", body,
            "originalVersion", version,
            "atl_token", token));
  }

  private int version() {
    return site.content().pages().find(page.id()).orElseThrow().version();
  }

  private void restrict(Restriction.Kind kind) {
    site.content().restrictions().set(page.id(), kind, new Restriction(Set.of("admin"), Set.of()));
  }

  private static final class Where implements Macro {
    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
      String page = context.getEntity() == null ? "" : " on " + context.getEntity().getTitle();
      return "<p>"
          + context.getOutputType()
          + "/"
          + context.getOutputDeviceType()
          + "</p><i>"
          + context.getSpaceKey()
          + page.replace("<b>", "b")
          + "</i>";
    }

    @Override
    public BodyType getBodyType() {
      return BodyType.NONE;
    }

    @Override
    public OutputType getOutputType() {
      return OutputType.BLOCK;
    }
  }
}
