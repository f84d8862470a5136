package io.appofapps.devhost.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A person at a browser, who notices every script error and every dialog. */
final class Visitor {
  static final String TREE_PAGE = "Deployment tree";
  private final BrowserContext context;
  private final Page page;
  private final RunningDemo demo;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Visitor(Browser browser, RunningDemo demo) {
    this.demo = demo;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT));
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onPageError(error -> problems.add("script error: " + error));
    page.onDialog(
        dialog -> {
          problems.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add("console: " + message.text() + " at " + message.location());
          }
        });
  }

  Page page() {
    return page;
  }

  /** Signs in; the password of a demo account is its name. */
  Visitor signIn(String account) {
    page.navigate(demo.url() + "/login.action");
    page.locator("input[name=os_username]").fill(account);
    page.locator("input[name=os_password]").fill(account);
    page.locator("input[name=os_password]").press("Enter");
    page.waitForURL(url -> !url.contains("login.action"));
    return this;
  }

  /** Opens a page of the space DEMO. */
  Visitor open(String title) {
    page.navigate(demo.url() + "/display/DEMO/" + encoded(title));
    return this;
  }

  /** The first tree on the page. */
  Locator tree() {
    return page.locator("section.aoa").first();
  }

  /** The row of that Application, one per occurrence. */
  Locator row(String application) {
    return tree()
        .locator("[data-row]")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator(
                        ".aoa-name",
                        new Page.LocatorOptions()
                            .setHasText(
                                Pattern.compile("^\\s*" + Pattern.quote(application) + "\\s*$")))));
  }

  /** Script errors, console errors and dialogs so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Takes a last picture for the build's report and goes. */
  void leave(Path picture) {
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    context.close();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
