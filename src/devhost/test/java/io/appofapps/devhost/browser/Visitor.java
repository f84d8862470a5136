package io.appofapps.devhost.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A person at a browser, who notices every script error and every dialog. */
final class Visitor {
  static final String TREE_PAGE = "Deployment tree";
  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Visitor(Browser browser, String url) {
    this.url = url;
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
    page.navigate(url + "/login.action");
    page.locator("input[name=os_username]").fill(account);
    page.locator("input[name=os_password]").fill(account);
    page.locator("input[name=os_password]").press("Enter");
    page.waitForURL(url -> !url.contains("login.action"));
    return this;
  }

  /** Opens a page of the space DEMO. */
  Visitor open(String title) {
    page.navigate(url + "/display/DEMO/" + encoded(title));
    return this;
  }

  /** Chooses the dark theme for the pages opened from now on. */
  Visitor dark() {
    context.addCookies(List.of(new Cookie("host.theme", "dark").setUrl(url)));
    return this;
  }

  /** Unfolds the healthy rows of the first tree. */
  void showAll() {
    tree().locator(".aoa-all").click();
  }

  /** Unfolds the healthy rows of every tree on the page. */
  void showAllEverywhere() {
    for (Locator all : page.locator(".aoa-all").all()) {
      all.click();
    }
  }

  /** Writes a page in the space DEMO with one tree for each set, and opens it. */
  Visitor write(String title, String... sets) {
    StringBuilder storage = new StringBuilder();
    for (String set : sets) {
      storage
          .append("<ac:structured-macro ac:name=\"aoa-tree\"><ac:parameter ac:name=\"set\">")
          .append(set)
          .append("</ac:parameter></ac:structured-macro>");
    }
    return publish(title, storage.toString());
  }

  /** Writes a page in the space DEMO with that text in storage format, and opens it. */
  Visitor publish(String title, String storage) {
    page.navigate(url + "/pages/createpage.action?spaceKey=DEMO");
    page.locator("#content-title").fill(title);
    page.locator("#wysiwygTextarea").fill(storage);
    page.locator("#rte-button-publish").click();
    page.locator("#title-text").waitFor();
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
                                Pattern.compile("^\\s*" + literal(application) + "\\s*$")))));
  }

  /** Script errors, console errors and dialogs so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Takes a last picture for the build's report and goes. */
  /** Ends the visit of a test. */
  void leave(ExtensionContext test) {
    TestPictures.end(page, test);
    context.close();
  }

  /** For JavaScript's regular expressions, which do not know Java's quotes. */
  private static String literal(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "\\\\$0");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
