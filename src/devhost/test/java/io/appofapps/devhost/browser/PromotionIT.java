package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;

/** From the page to the cluster: one asks, another agrees, Git has it, and the page follows. */
@BrowserTest
class PromotionIT {

  private static final String PAGE = "Promote";
  private static final String LOG_PAGE = "Promotions";
  private static final String MANIFEST = "regions/emea/prod/pricing-prod.yaml";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final LocatorAssertions.ContainsTextOptions WITHIN_LIMIT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT.toMillis());

  private static Locator panel(Visitor visitor) {
    return visitor.page().locator("section[data-block=aoa-promote]").first();
  }

  private static void become(Visitor visitor, String account) {
    visitor.page().context().clearCookies();
    visitor.signIn(account);
  }

  @Test
  void aVersionGoesFromThePageThroughGitToTheClusterByTwoPeople(Visitor visitor, RunningDemo demo) {
    String before = demo.git().file(MANIFEST);
    int commits = demo.git().log().size();

    visitor.signIn("viewer").open(PAGE);
    assertThat(panel(visitor)).containsText("Approval by platform-approvers");
    assertThat(panel(visitor).locator("button")).hasCount(0);
    assertThat(Axe.serious(visitor.page(), "section[data-block=aoa-promote]")).isEmpty();

    become(visitor, "developer");
    visitor.open(PAGE);
    panel(visitor).locator("[data-desk=plan]").click();
    Locator plan = panel(visitor).locator(".aoa-plan");
    assertThat(plan.locator(".aoa-file")).hasCount(1);
    assertThat(plan.locator(".aoa-file")).containsText(MANIFEST);
    assertThat(plan.locator(".aoa-del")).hasCount(1);
    assertThat(plan.locator(".aoa-add")).hasCount(1);
    assertThat(Axe.serious(visitor.page(), ".aoa-plan")).isEmpty();
    plan.locator("textarea").fill("Prices of the winter sale");
    plan.locator(".aoa-primary").dblclick();
    assertThat(panel(visitor).locator(".aoa-steps")).containsText("0 of 1 approval", WITHIN_LIMIT);
    assertThat(panel(visitor).locator("[data-desk=approve]")).hasCount(0);
    assertThat(panel(visitor).locator("[data-desk=cancel]")).hasCount(1);
    assertThat(panel(visitor).locator(".aoa-part-act")).containsText("it is your own request");
    assertThat(own(demo)).as("a double click asks once").hasSize(1);

    become(visitor, "approver");
    visitor.page().navigate(demo.url() + "/plugins/servlet/aoa/approvals");
    Locator waiting = visitor.page().locator(".aoa-waits");
    assertThat(waiting).hasCount(1);
    assertThat(waiting).containsText("Prices of the winter sale");
    assertThat(Axe.serious(visitor.page(), "section[data-block=aoa-approvals]")).isEmpty();
    waiting.locator("[data-desk=approve]").click();
    visitor.page().locator("dialog textarea").fill("Go");
    assertThat(Axe.serious(visitor.page(), "dialog")).isEmpty();
    visitor.page().locator("dialog .aoa-primary").click();
    assertThat(waiting).hasCount(0);

    visitor.dark().open(PAGE);
    assertThat(panel(visitor).locator(".aoa-steps")).containsText("healthy, done", WITHIN_LIMIT);
    assertThat(Axe.serious(visitor.page(), "section[data-block=aoa-promote]")).isEmpty();

    List<RevCommit> log = demo.git().log();
    assertThat(log).hasSize(commits + 1);
    RevCommit commit = log.get(0);
    assertThat(commit.getAuthorIdent().getName()).containsIgnoringCase("develop");
    assertThat(commit.getFullMessage())
        .contains("Prices of the winter sale")
        .contains("\nApproved-by: ")
        .contains("\nConfluence-page: ")
        .contains("\nChange-id: " + own(demo).get(0));
    assertThat(changedLines(before, demo.git().file(MANIFEST))).isEqualTo(1);

    visitor.open(LOG_PAGE);
    Locator row = visitor.page().locator("tr[data-row='" + own(demo).get(0) + "']");
    assertThat(row).containsText("pricing");
    assertThat(row).containsText("healthy");
    assertThat(row).containsText(commit.getName().substring(0, 7));
    assertThat(Account.of(demo, "viewer").get("/rest/aoa/1.0/promotions/verify").body())
        .contains("\"valid\":true");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void aFreezeHoldsWhoWantsToPromoteUntilItIsLifted(Visitor visitor, RunningDemo demo) {
    AdminScreen screen = new AdminScreen(visitor, demo.url()).open().open("promotion");
    screen.root().locator("summary").getByText("Freeze", AdminScreen.exactly()).click();
    screen.button("Freeze now").click();
    assertThat(screen.error("Reason")).hasText("Fill this in.");
    screen.field("Deployment set").selectOption("hq");
    screen.field("Reason").fill("Stocktaking until <Monday>");
    screen.button("Freeze now").click();
    assertThat(screen.root()).containsText("You may not freeze or lift here");
    freezers(screen, "platform-approvers, confluence-administrators");
    screen.button("Freeze now").click();
    Locator frozen = screen.root().locator("[data-freeze='sets/hq']");
    assertThat(frozen).containsText("Stocktaking until <Monday>");
    screen.picture("frozen");
    assertThat(Axe.serious(visitor.page(), "#aoa-admin")).isEmpty();

    become(visitor, "developer");
    visitor.open(PAGE);
    assertThat(panel(visitor)).containsText("has frozen this deployment set: Stocktaking until");
    TestPictures.take(visitor.page(), "PromotionIT", "frozen-panel");

    new AdminScreen(visitor, demo.url()).open().open("promotion");
    screen.button("Lift the freeze of: Deployment set hq").click();
    screen.dialog().getByText("Lift", AdminScreen.exactly()).click();
    assertThat(screen.root()).containsText("Nothing is frozen.");
    freezers(screen, "platform-approvers");

    become(visitor, "developer");
    visitor.open(PAGE);
    assertThat(panel(visitor).locator("[data-desk=plan]")).isVisible();
    assertThat(panel(visitor)).not().containsText("has frozen");
    assertThat(screen.problems()).isEmpty();
  }

  private static void freezers(AdminScreen screen, String groups) {
    screen.field("Groups that may freeze").fill(groups);
    screen.button("Save").click();
    assertThat(screen.root()).containsText("The rules on promotions have been saved.");
  }

  private static long changedLines(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    assertThat(now).hasSameSizeAs(old);
    return java.util.stream.IntStream.range(0, old.size())
        .filter(i -> !old.get(i).equals(now.get(i)))
        .count();
  }

  /** Ids of the promotions of pricing into prod. */
  private static List<String> own(RunningDemo demo) {
    String json =
        Account.of(demo, "approver")
            .get("/rest/aoa/1.0/promotions?set=hq&service=pricing&environment=prod")
            .body();
    return java.util.regex.Pattern.compile("\"id\":\"([0-9a-f]{8}-[0-9a-f-]+)\"")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
