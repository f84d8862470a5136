package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People look pages through, and take over what manifests say, on the page itself. */
@BrowserTest
class ReviewIT {

  private static final String RECONCILE = "/rest/aoa/1.0/admin/reconcile";
  private static final String DOCUMENTATION = "/rest/aoa/1.0/documentation/pages/";
  private static final String APPLICATION = "search-prod";
  private static final String UNDOCUMENTED = "search-dev";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aPageIsOutdatedUntilSomebodyWhoMayEditItHasLookedItThrough(
      Visitor visitor, RunningDemo demo) {
    Account admin = Account.of(demo, "admin");
    TestPages pages = new TestPages(demo);
    long page = pages.write("DEMO", "Search service, to be reviewed", card(APPLICATION));
    pages.limitEditing(page, "developer");
    assertThat(admin.post(RECONCILE, "").statusCode()).isEqualTo(202);
    Await.until("the page to be bound", Duration.ofSeconds(60), () -> idle(admin));
    deploy(demo, "2099.1");
    try {
      Await.until(
          "the page to be outdated",
          Duration.ofSeconds(120),
          () -> {
            admin.post(RECONCILE, "");
            return admin.get(DOCUMENTATION + page).body().contains("\"outdated\"");
          });

      assertThat(Account.of(demo, "viewer").page("Search service, to be reviewed", "display"))
          .contains("Nobody has looked this page through")
          .doesNotContain("data-act");

      visitor.signIn("developer").open("Search service, to be reviewed");
      Locator button = visitor.page().locator(".aoa-act[data-act=reviewed]");
      assertThat(button).hasText("Mark as reviewed");
      assertThat(Axe.serious(visitor.page(), ".aoa")).isEmpty();
      button.click();
      assertThat(visitor.page().locator(".aoa-acted")).containsText("recorded under your name");
      assertThat(admin.get(DOCUMENTATION + page).body()).contains("\"reviewer\"");
      Await.until(
          "the page to be up to date",
          Duration.ofSeconds(60),
          () -> !admin.get(DOCUMENTATION + page).body().contains("\"outdated\""));
      // The page is still the one that was opened: it hears of what the documentation job found.
      assertThat(visitor.page().locator("[data-block=aoa-application]"))
          .containsText("Reviewed by ");
      assertThat(visitor.page().locator(".aoa-card").last())
          .not()
          .containsText("Nobody has looked");
      assertThat(visitor.problems()).isEmpty();
    } finally {
      deploy(demo, "2099.0");
      pages.trash(page);
    }
  }

  @Test
  void whatTheManifestSaysIsTakenOverWithOneClick(Visitor visitor, RunningDemo demo)
      throws IOException {
    Account admin = Account.of(demo, "admin");
    TestPages pages = new TestPages(demo);
    String title = "Storefront service, to be mended";
    ObjectNode rules = (ObjectNode) JSON.readTree(admin.get(RECONCILE + "/rules").body());
    rules.remove("version");
    String before = rules.toString();
    rules.put("mode", "propose");
    assertThat(admin.send("PUT", RECONCILE + "/rules", rules.toString()).statusCode())
        .isEqualTo(200);
    long page =
        pages.write("DEMO", title, TestPages.details("Owner", "nobody") + card("storefront-prod"));
    try {
      assertThat(admin.post(RECONCILE, "").statusCode()).isEqualTo(202);
      Await.until(
          "the difference to be proposed",
          Duration.ofSeconds(120),
          () -> admin.get(DOCUMENTATION + page).body().contains("\"acceptable\":true"));

      visitor.signIn("developer").open(title);
      assertThat(visitor.page().locator("[data-block=aoa-application]"))
          .containsText("owner: the manifest says “Team Web”");
      visitor.page().locator(".aoa-act[data-act=accept]").click();
      assertThat(visitor.page().locator(".aoa-acted")).containsText("Taken over into the page");

      visitor.open(title);
      assertThat(visitor.page().locator(".plugin-tabmeta-details")).containsText("Team Web");
      assertThat(visitor.problems()).isEmpty();
    } finally {
      admin.send("PUT", RECONCILE + "/rules", before);
      pages.trash(page);
    }
  }

  @Test
  void anApplicationWithoutAPageGetsOneFromTheTemplate(Visitor visitor, RunningDemo demo) {
    Account admin = Account.of(demo, "admin");
    assertThat(admin.post(RECONCILE, "").statusCode()).isEqualTo(202);
    Await.until("the pages to be read", Duration.ofSeconds(60), () -> idle(admin));
    AdminScreen screen = new AdminScreen(visitor, demo.url()).open().open("documentation");
    Locator row = screen.root().locator("[data-application='default/argocd/" + UNDOCUMENTED + "']");
    Locator create = row.getByRole(AriaRole.BUTTON);
    screen.field("Space key").fill("NOWHERE");
    create.click();
    assertThat(row).containsText("you may not make pages in that space");
    screen.field("Space key").fill("DEMO");
    create.click();
    Locator link = row.getByRole(AriaRole.LINK);
    assertThat(link).isFocused();
    assertThat(screen.problems()).isEmpty();
    link.click();
    try {
      assertThat(visitor.page().locator("#title-text")).hasText(UNDOCUMENTED);
      assertThat(visitor.page().locator("[data-block=aoa-application] .aoa-title"))
          .containsText(UNDOCUMENTED);
      assertThat(visitor.page().locator(".plugin-tabmeta-details")).containsText("Owner");
      TestPictures.take(visitor.page(), "ReviewIT", "from-template");
      String page = visitor.page().url().replaceFirst(".*pageId=", "");
      Await.until(
          "the page to be bound",
          Duration.ofSeconds(60),
          () -> !admin.get(RECONCILE + "/orphans").body().contains("/" + UNDOCUMENTED + "\""));
      new TestPages(demo).trash(Long.parseLong(page));
    } finally {
      assertThat(screen.problems()).isEmpty();
    }
  }

  private static String card(String application) {
    return TestPages.macro(
        "aoa-application",
        TestPages.parameter("set", "hq") + TestPages.parameter("application", application));
  }

  private static boolean idle(Account admin) {
    return admin.get(RECONCILE).body().contains("\"state\":\"idle\"");
  }

  private static void deploy(RunningDemo demo, String tag) {
    demo.cluster()
        .edit(
            "argocd",
            APPLICATION,
            app -> {
              Map<String, Object> status =
                  new LinkedHashMap<>(app.<Map<String, Object>>get("status"));
              status.put(
                  "summary", Map.of("images", List.of("registry.example.com/search:" + tag)));
              app.setAdditionalProperty("status", status);
              return app;
            });
  }
}
