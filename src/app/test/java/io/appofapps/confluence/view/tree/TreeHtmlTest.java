package io.appofapps.confluence.view.tree;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.Scene;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TreeHtmlTest {

  private static Scene shop() {
    return Scene.of(
        app("root").lists("emea", "apac", "gone"),
        app("emea").lists("shop", "db", "web").trackedBy("root"),
        app("apac").lists("quiet").trackedBy("root"),
        app("quiet").trackedBy("apac"),
        app("shop").trackedBy("emea").health(HealthStatus.PROGRESSING),
        app("db").trackedBy("emea").health(HealthStatus.DEGRADED),
        app("web").trackedBy("emea"));
  }

  private static Document page(Scene scene, String... parameters) {
    return Jsoup.parse(scene.page(parameters));
  }

  private static Element row(Document page, String name) {
    return page.select("[data-row]").stream()
        .filter(row -> row.selectFirst(".aoa-name").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Document page, String selector) {
    return page.select(selector + " .aoa-name").eachText();
  }

  @Test
  void rowsAreTreeItemsWithTheirPlace() {
    Element db = row(page(shop()), "db");
    assertThat(db.attr("role")).isEqualTo("treeitem");
    assertThat(db.attr("aria-level")).isEqualTo("3");
    assertThat(db.attr("aria-setsize")).isEqualTo("3");
    assertThat(row(page(shop()), "emea").attr("aria-expanded")).isEqualTo("true");
  }

  @Test
  void aHealthyParentNamesTheCulpritBelow() {
    Element root = row(page(shop()), "root");
    assertThat(root.select(".aoa-below").text()).isEqualTo("1 degraded below: db");
    assertThat(root.select("[data-reveal]").attr("data-reveal"))
        .isEqualTo("Application/default/argocd/db");
  }

  @Test
  void healthyRowsFoldAndAreCounted() {
    Document page = page(shop());
    assertThat(names(page, ".aoa-folded")).containsExactlyInAnyOrder("web", "quiet");
    assertThat(page.select(".aoa-foot").text())
        .isEqualTo("2 healthy applications folded · show all");
    assertThat(row(page, "apac").attr("aria-expanded")).isEqualTo("false");
  }

  @Test
  void nothingFoldsWhenAllIsAskedFor() {
    Document page = page(shop(), "show", "all");
    assertThat(page.select(".aoa-folded")).isEmpty();
    assertThat(page.select(".aoa-foot").text()).isEmpty();
    assertThat(page.select("[data-row]")).hasSize(8);
  }

  @Test
  void problemsAreShownWithTheWayToThem() {
    Document page = page(shop(), "show", "problems");
    assertThat(names(page, "[data-row]")).containsExactlyInAnyOrder("root", "emea", "db", "gone");
  }

  @Test
  void depthCutsTheTree() {
    assertThat(page(shop(), "depth", "2", "show", "all").select("[data-row]")).hasSize(4);
  }

  @Test
  void aDeclaredButMissingApplicationIsSaidInWords() {
    assertThat(row(page(shop()), "gone").text())
        .contains("declared, not in the cluster")
        .contains("Missing");
  }

  @Test
  void theSummaryCountsWhatExistsAndWhatNeedsAttention() {
    assertThat(page(shop()).select(".aoa-summary > span").text())
        .isEqualTo("7 applications · 2 need attention");
  }

  @Test
  void anEnvironmentNobodyIsInIsSaid() {
    assertThat(page(shop(), "environment", "<moon>").select(".aoa-foot").text())
        .contains("Nothing in this set is in the environment “<moon>”.");
  }

  @Test
  void aStaleStateChangesTheStampOnly() {
    Scene scene = shop();
    String before = page(scene).select(".aoa-rows").html();
    scene.phase(ConnectionState.Phase.STALE, "connection refused");
    Document page = page(scene);
    assertThat(page.select(".aoa-stale").attr("title")).isEqualTo("connection refused");
    assertThat(page.select(".aoa-stamp").text()).contains("as of").contains("not answering");
    assertThat(page.select(".aoa-rows").html()).isEqualTo(before);
  }

  @Test
  void theStampHasTheReadersTimeZone() {
    Element time = page(shop()).selectFirst("time.aoa-asof");
    assertThat(time.attr("datetime")).isEqualTo("2026-11-23T11:04:31Z");
    assertThat(time.text()).isEqualTo("12:04:31");
  }

  @Test
  void aTableHasTheSameRows() {
    Document page = page(shop(), "layout", "table", "show", "all");
    assertThat(page.select("tbody tr")).hasSize(8);
    assertThat(page(shop(), "layout", "table").select("tbody tr")).hasSize(8);
    assertThat(row(page, "db").select(".aoa-path").text()).isEqualTo("root › emea ›");
  }

  @Test
  void anExportIsCompleteAndNeedsNoScript() {
    Document export = Jsoup.parse(shop().export());
    assertThat(export.select("tbody tr")).hasSize(8);
    assertThat(export.select("script, svg, button, input, .aoa-folded, [data-row]")).isEmpty();
    assertThat(export.text())
        .contains("Nov 23, 2026")
        .contains("Europe/Berlin")
        .contains("✗ Degraded");
  }

  @Test
  void textOfTheClusterIsNeverMarkup() {
    String evil = "<script>alert(1)</script>";
    Scene scene =
        Scene.of(
            app("root").lists("a").source("", "", "\"><img src=x onerror=alert(1)>"),
            app("a").trackedBy("root").problem(evil).label("env", evil));
    for (String html :
        List.of(scene.page("show", "all"), scene.page("layout", "table"), scene.export())) {
      assertThat(Jsoup.parse(html).select("script, img")).isEmpty();
      assertThat(html).contains("&lt;script&gt;alert(1)");
    }
  }

  @Test
  void aScriptLinkIsNoLink() {
    Scene scene =
        Scene.of(
            app("root").annotation("argocd.argoproj.io/managed-by-url", "javascript:alert(1)"));
    assertThat(scene.page()).doesNotContain("javascript:");
    assertThat(scene.export()).doesNotContain("javascript:");
  }

  @Test
  void aWebLinkLeadsToArgoCd() {
    Scene scene =
        Scene.of(app("root").annotation("argocd.argoproj.io/managed-by-url", "https://argo.test"));
    assertThat(page(scene).select("a.aoa-name").attr("href"))
        .isEqualTo("https://argo.test/applications/argocd/root");
  }

  @Test
  void noInlineScriptHandlerOrStyle() {
    String html = shop().page();
    assertThat(html).doesNotContain("<script").doesNotContainPattern("\\son[a-z]+=");
    assertThat(html).doesNotContain("style=");
  }
}
