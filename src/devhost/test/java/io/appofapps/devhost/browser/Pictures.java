package io.appofapps.devhost.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;

/** Takes the pictures of the documentation, {@code mvn -Ppictures}. */
public final class Pictures {
  private Pictures() {}

  /** The only argument is the folder of the pictures. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Path executable =
        Chromium.find().orElseThrow(() -> new IllegalStateException("No Chromium on the PATH"));
    try (RunningDemo demo = RunningDemo.start();
        Chromium chromium = Chromium.launch(executable)) {
      Visitor visitor = new Visitor(chromium, demo.url());
      visitor.signIn("viewer").open(Visitor.TREE_PAGE);
      take(visitor, folder.resolve("deployment-tree-light.png"));
      visitor.dark().open(Visitor.TREE_PAGE);
      take(visitor, folder.resolve("deployment-tree-dark.png"));
      ownership(new Visitor(chromium, demo.url()), folder);
      documentation(demo);
      commits(demo);
      page(new Visitor(chromium, demo.url()), "Environments", "environments", folder);
      page(new Visitor(chromium, demo.url()), "Drift", "drift", folder);
      page(new Visitor(chromium, demo.url()), "Payments", "payments", folder);
      promotion(new Visitor(chromium, demo.url()), folder);
      administrationScreen(new Visitor(chromium, demo.url()), demo.url(), folder);
    }
  }

  /** As somebody sees it who may read what the group on call of the ledger may not. */
  private static void ownership(Visitor visitor, Path folder) {
    visitor.signIn("developer").open("Ownership");
    visitor.page().locator("tr[data-row=ledger] .aoa-label").waitFor();
    save(visitor, folder.resolve("ownership-light.png"));
    visitor.dark().open("Ownership");
    visitor.page().locator("tr[data-row=ledger] .aoa-label").waitFor();
    save(visitor, folder.resolve("ownership-dark.png"));
  }

  /** Pages are read once, so that what they say otherwise than manifests is known. */
  private static void documentation(RunningDemo demo) {
    Account admin = Account.of(demo, "admin");
    admin.post("/rest/aoa/1.0/admin/reconcile", "");
    Await.until(
        "documentation to be read",
        Duration.ofSeconds(60),
        () -> admin.get("/rest/aoa/1.0/admin/reconcile").body().contains("\"differs\""));
  }

  /** A page of the demo in both themes, as somebody sees it who works on the services. */
  private static void page(Visitor visitor, String title, String file, Path folder) {
    visitor.signIn("developer").open(title);
    for (String theme : new String[] {"light", "dark"}) {
      visitor.page().locator("section.aoa[data-ready]").first().waitFor();
      save(visitor, folder.resolve(file + "-" + theme + ".png"));
      visitor.dark().open(title);
    }
  }

  /** Commits are read from Git in the background, once somebody has asked for them. */
  private static void commits(RunningDemo demo) {
    Account developer = Account.of(demo, "developer");
    Await.until(
        "the commits to be counted",
        Duration.ofMinutes(3),
        () -> developer.page("Environments", "display").contains("ahead in"));
  }

  /** As somebody sees it who may ask, with the plan of what would change. */
  private static void promotion(Visitor visitor, Path folder) {
    visitor.signIn("developer");
    for (String theme : new String[] {"light", "dark"}) {
      visitor.open("Promote");
      visitor.page().locator("[data-desk=plan]").first().click();
      visitor.page().locator(".aoa-plan .aoa-add").first().waitFor();
      save(visitor, folder.resolve("promotion-" + theme + ".png"));
      visitor.dark();
    }
  }

  /** The demo's cluster, live, and one whose name nobody knows: its test says what to do. */
  private static void administrationScreen(Visitor visitor, String url, Path folder) {
    AdminScreen screen = new AdminScreen(visitor, url).open().open("connections/new");
    screen.field("Name").fill("Production US");
    screen.field("API server").fill("https://us.k8s.example.com:6443");
    screen.field("Token").fill("secret");
    screen.button("Save").click();
    for (String theme : new String[] {"light", "dark"}) {
      screen.connection("production-us").getByText("Test").click();
      screen.result().waitFor();
      save(visitor, folder.resolve("administration-screen-" + theme + ".png"));
      visitor.dark().page().reload();
    }
  }

  private static void take(Visitor visitor, Path file) {
    visitor.row("hq").waitFor();
    save(visitor, file);
  }

  private static void save(Visitor visitor, Path file) {
    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    System.out.println("Taken: " + file);
  }
}
