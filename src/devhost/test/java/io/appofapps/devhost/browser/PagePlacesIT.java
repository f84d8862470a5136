package io.appofapps.devhost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the macros stand, and who comes by: no place gives away what it must not. */
@BrowserTest
class PagePlacesIT {

  private static final String SERVICE = "payments";
  private static final String CSV =
      "/rest/aoa/1.0/blocks/aoa-owners/csv?set=hq&application=payments-prod&page=";
  private static final String SETS = "/rest/aoa/1.0/admin/sets";
  private static final String OF_DEMO =
      """
      {"key": "of-demo", "title": "Of demo", "connection": "default", "namespace": "argocd",
       "name": "hq", "viewers": "page", "spaces": ["DEMO"]}
      """;

  @Test
  void aPageInTheTrashAnswersNothingUntilItIsBack(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    Account viewer = Account.of(demo, "viewer");
    String title = "Soon in the trash";
    long page = pages.write("DEMO", title, TestPages.everyMacro("hq", "payments-prod"));
    assertThat(viewer.page(title, "display")).contains(SERVICE);
    assertShown(viewer, page);

    pages.trash(page);
    assertNoTrace(viewer, page);

    pages.restore(page);
    assertShown(viewer, page);
  }

  @Test
  void aRestrictedPageAnswersOnlyThoseWhoMayViewIt(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    String title = "Restricted to one person";
    long page = pages.write("DEMO", title, TestPages.everyMacro("hq", "payments-prod"));
    pages.restrict(page, "developer");

    assertShown(Account.of(demo, "developer"), page);
    assertNoTrace(Account.of(demo, "viewer"), page);
    for (String output : TestPages.OUTPUTS) {
      assertThat(Account.of(demo, "viewer").page(title, output)).doesNotContain(SERVICE);
    }
  }

  @Test
  void aCopyInAnotherSpaceShowsNothingOfASetForThisOne(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    String body = TestPages.everyMacro("of-demo", "payments-prod");
    Account viewer = Account.of(demo, "viewer");
    assertThat(Account.of(demo, "admin").post(SETS, OF_DEMO).statusCode()).isEqualTo(201);
    try {
      pages.write("DEMO", "The original", body);
      long copy = pages.write("COPIES", "The original", body);
      assertThat(viewer.page("The original", "display")).contains("payments-prod");

      for (String output : TestPages.OUTPUTS) {
        String html = viewer.get("/display/COPIES/The+original?output=" + output).body();
        assertThat(html)
            .as(output)
            .contains("not meant for this space")
            .doesNotContain("emea", "Team Payments");
      }
      assertThat(viewer.live("aoa-tree", "set=of-demo", copy).body())
          .contains("\"status\":403")
          .doesNotContain("emea");
      assertThat(viewer.get(CSV.replace("=hq", "=of-demo") + copy).statusCode()).isEqualTo(403);
    } finally {
      Account.of(demo, "admin").send("DELETE", SETS + "/of-demo", "");
    }
  }

  @Test
  void anIncludedMacroIsShownAsOnThePageItStandsOn(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    Account admin = Account.of(demo, "admin");
    Account viewer = Account.of(demo, "viewer");
    assertThat(admin.post(SETS, OF_DEMO).statusCode()).isEqualTo(201);
    try {
      long inner =
          pages.write("DEMO", "Included", TestPages.everyMacro("of-demo", "payments-prod"));
      pages.write("ELSEWHERE", "Includes it", TestPages.include("DEMO", "Included"));
      String address = "/display/ELSEWHERE/Includes+it?output=";

      assertThat(viewer.get(address + "display").body())
          .contains("payments-prod", "data-page=\"" + inner + "\"")
          .doesNotContain("not meant for this space");
      assertThat(viewer.get(address + "pdf").body()).contains("payments-prod");

      pages.restrict(inner, "admin");
      for (String output : TestPages.OUTPUTS) {
        assertThat(viewer.get(address + output).body()).as(output).doesNotContain("payments-prod");
      }
      assertNoTrace(viewer, inner);
    } finally {
      admin.send("DELETE", SETS + "/of-demo", "");
    }
  }

  @Test
  void aDraftIsPreviewedByTheRulesOfItsSpace(RunningDemo demo, Visitor visitor) {
    Account admin = Account.of(demo, "admin");
    new TestPages(demo).write("DRAFTS", "Home", "<p>Nothing yet.</p>");
    assertThat(admin.post(SETS, OF_DEMO).statusCode()).isEqualTo(201);
    try {
      visitor.signIn("developer");
      for (String space : List.of("DEMO", "DRAFTS")) {
        visitor.page().navigate(demo.url() + "/pages/createpage.action?spaceKey=" + space);
        visitor
            .page()
            .locator("#wysiwygTextarea")
            .fill(TestPages.everyMacro("of-demo", "payments-prod"));
        visitor.page().locator("#rte-button-preview").click();
        String shown =
            visitor
                .page()
                .frameLocator("iframe[name=host-preview-frame]")
                .locator("#main-content")
                .innerHTML();
        if (space.equals("DEMO")) {
          assertThat(shown).contains("payments-prod").doesNotContain("aoa-live");
        } else {
          assertThat(shown).contains("not meant for this space").doesNotContain("emea");
        }
      }
      assertThat(visitor.problems()).isEmpty();
    } finally {
      admin.send("DELETE", SETS + "/of-demo", "");
    }
  }

  @Test
  void whoHasNotSignedInIsToldNothing(RunningDemo demo) {
    Account anonymous = Account.anonymous(demo);
    long page =
        new TestPages(demo)
            .write("DEMO", "For those who sign in", TestPages.everyMacro("hq", "payments-prod"));
    for (String output : TestPages.OUTPUTS) {
      assertThat(anonymous.page("For those who sign in", output)).doesNotContain(SERVICE);
    }
    for (String path : List.of("", "/hq/tree", "/hq/owners", "/hq/environments", "/hq/drift")) {
      assertThat(anonymous.get("/rest/aoa/1.0/sets" + path).statusCode()).as(path).isEqualTo(401);
      assertThat(anonymous.csv("/rest/aoa/1.0/sets" + path).statusCode()).as(path).isIn(401, 406);
    }
    assertThat(anonymous.get(CSV + page).statusCode()).isEqualTo(401);
    assertThat(anonymous.live("aoa-tree", "set=hq", page).statusCode()).isEqualTo(401);
  }

  private static void assertShown(Account account, long page) {
    assertThat(account.live("aoa-tree", "set=hq", page).body()).contains("payments-prod");
    assertThat(account.get(CSV + page).body()).contains(SERVICE);
  }

  private static void assertNoTrace(Account account, long page) {
    for (String block :
        List.of("aoa-tree", "aoa-owners", "aoa-environments", "aoa-drift", "aoa-application")) {
      assertThat(account.live(block, "set=hq&application=payments-prod", page).body())
          .as(block)
          .contains("\"error\"")
          .doesNotContain(SERVICE);
      HttpResponse<String> csv = account.get(CSV.replace("aoa-owners", block) + page);
      assertThat(csv.statusCode()).as(block).isIn(403, 404);
      assertThat(csv.body()).doesNotContain(SERVICE);
    }
  }
}
