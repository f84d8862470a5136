package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader does with a tree on a page. */
@BrowserTest
class TreePageIT {

  @Test
  void showsTheTreeInFullDepthWithItsOddities(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);

    assertThat(visitor.row("hq")).hasAttribute("data-level", "1");
    visitor.showAll();
    assertThat(visitor.row("emea")).hasAttribute("data-level", "2");
    assertThat(visitor.row("emea-prod")).hasAttribute("data-level", "3");
    assertThat(visitor.row("payments-prod")).hasAttribute("data-level", "4");
    assertThat(visitor.row("payments-staging")).containsText("Degraded");
    assertThat(visitor.row("search-dev")).containsText("Progressing");
    assertThat(visitor.row("notifications-staging")).containsText("Suspended");
    assertThat(visitor.row("identity-dev")).containsText("Unknown");
    assertThat(visitor.row("loyalty-staging")).containsText("not in the cluster");
    assertThat(visitor.row("gitops-tooling").last()).containsText("leads back");
    assertThat(visitor.row("shared-cache")).hasCount(2);
    assertThat(visitor.row("addons-emea-1")).hasAttribute("data-level", "4");
    assertThat(visitor.tree()).not().containsText("legacy-fax-gateway");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void filtersByTextAndKeepsTheWayToWhatItFinds(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);

    visitor.tree().locator(".aoa-filter").fill("ledger-prod");

    assertThat(visitor.row("ledger-prod")).isVisible();
    assertThat(visitor.row("emea-prod")).isVisible();
    assertThat(visitor.row("hq")).isVisible();
    assertThat(visitor.row("cart-dev")).isHidden();
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void closesAndOpensAPartOfTheTree(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    visitor.showAll();
    Locator emea = visitor.row("emea");

    emea.locator(".aoa-twist").click();
    assertThat(emea).hasAttribute("aria-expanded", "false");
    assertThat(visitor.row("payments-prod")).isHidden();

    emea.locator(".aoa-twist").click();
    assertThat(visitor.row("payments-prod")).isVisible();
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void isWalkedByKeyboard(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    visitor.showAll();
    visitor.row("hq").focus();

    visitor.page().keyboard().press("ArrowDown");
    assertThat(visitor.row("hq")).not().isFocused();
    visitor.page().keyboard().press("Home");
    assertThat(visitor.row("hq")).isFocused();
    visitor.page().keyboard().press("ArrowLeft");
    assertThat(visitor.row("hq")).hasAttribute("aria-expanded", "false");
    visitor.page().keyboard().press("ArrowRight");
    assertThat(visitor.row("hq")).hasAttribute("aria-expanded", "true");
    assertThat(visitor.tree().locator("[data-row][tabindex='0']")).hasCount(1);
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void switchesToTheTable(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);

    visitor.tree().locator("[data-switch=table]").click();

    assertThat(visitor.tree().locator("table.aoa-table thead th:not([hidden])")).hasCount(5);
    assertThat(visitor.row("payments-staging")).containsText("Degraded");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void opensAsATableWhereTheMacroSaysSo(Visitor visitor) {
    visitor.signIn("viewer").open("All applications as a table");

    assertThat(visitor.tree().locator("table.aoa-table tbody tr").first()).isVisible();
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void linksToArgoCd(Visitor visitor) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);

    assertThat(visitor.row("payments-staging").locator("a.aoa-name"))
        .hasAttribute("href", "https://argocd.example.com/applications/argocd/payments-staging");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void saysWhatIsWrongInABoxInsteadOfBreakingThePage(Visitor visitor) {
    visitor.signIn("viewer").open("When something is wrong");

    assertThat(visitor.page().locator("#main-content")).containsText("no-such-set");
    assertThat(visitor.page().locator("#main-content")).containsText("depth");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void isCompleteAndWithoutScriptInExports(Visitor visitor, RunningDemo demo) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    for (String output : new String[] {"pdf", "word", "email"}) {
      String html = demo.get("/display/DEMO/Deployment+tree?output=" + output).body();
      assertThat(html)
          .as(output)
          .contains("payments-staging", "ledger-prod", "Degraded")
          .doesNotContain("<script", "aoa-live", " hidden");
    }
  }

  @Test
  void everyMacroIsStaticAndStampedInEveryExport(RunningDemo demo) {
    for (String title :
        List.of("Deployment+tree", "Ownership", "Environments", "Drift", "Payments")) {
      for (String output : List.of("pdf", "word", "email", "html_export", "feed", "diff")) {
        String html = demo.get("/display/DEMO/" + title + "?output=" + output).body();
        assertThat(html)
            .as(title + " as " + output)
            .contains("as of ", "payments")
            .doesNotContain(
                "<script", "<svg", "<button", "<input", "data-row", "aoa-live", "aoa-box")
            .doesNotContainPattern("<[^>]*\\shidden");
      }
    }
  }

  @Test
  void tellsHowLongTheMacroTook(Visitor visitor) {
    visitor.signIn("viewer");
    Response response =
        visitor
            .page()
            .waitForResponse(
                answer -> answer.url().contains("Deployment+tree"),
                () -> visitor.open(Visitor.TREE_PAGE));
    assertThat(response.headerValue("server-timing")).contains("aoa-tree");
  }

  @Test
  void isReadableInTheDarkTheme(Visitor visitor) {
    visitor.signIn("viewer").dark().open(Visitor.TREE_PAGE);

    String background =
        (String) visitor.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
    String text =
        (String)
            visitor
                .tree()
                .locator(".aoa-title")
                .evaluate("element => getComputedStyle(element).color");
    assertThat(Contrast.between(background, text)).isGreaterThan(4.5);
    assertThat(Contrast.brightness(background)).isLessThan(0.2);
    assertThat(visitor.problems()).isEmpty();
  }
}
