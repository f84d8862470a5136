package io.appofapps.devhost.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.appofapps.devhost.web.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A person at a browser, who notices every script error and every dialog. */
final class Visitor {
  static final String TREE_PAGE = "Deployment tree";
  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final Consumer<String> scriptErrors = error -> problems.add("script error: " + error);
  private final Consumer<Dialog> dialogs = this::dismiss;
  private final Consumer<ConsoleMessage> consoleErrors = this::note;

  /** Comes to a browser that everybody before has left. */
  Visitor(Chromium chromium, String url) {
    this.url = url;
    page = chromium.page(url);
    context = page.context();
    page.setDefaultTimeout(15_000);
    page.onPageError(scriptErrors);
    page.onDialog(dialogs);
    page.onConsoleMessage(consoleErrors);
  }

  private void dismiss(Dialog dialog) {
    problems.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error")) {
      problems.add("console: " + message.text() + " at " + message.location());
    }
  }

  Page page() {
    return page;
  }

  /** Fills in the form for signing in; the password of a demo account is its name. */
  static void signIn(Page page, String account) {
    page.locator("input[name=os_username]").fill(account);
    page.locator("input[name=os_password]").fill(account);
    page.locator("input[name=os_password]").press("Enter");
  }

  /** Signs in with the same request as the form, but without drawing its page. */
  Visitor signIn(String account) {
    send(
        "/dologin.action",
        FormData.create().set("os_username", account).set("os_password", account));
    return this;
  }

  /** Confirms the password of an administrator with the same request as the form. */
  Visitor confirmPassword(String account) {
    String form = context.request().get(url + "/authenticate.action?destination=/").text();
    send(
        "/doauthenticate.action",
        FormData.create()
            .set("password", account)
            .set("atl_token", Browser.field(form, "atl_token")));
    return this;
  }

  private void send(String path, FormData form) {
    APIResponse answer =
        context
            .request()
            .post(url + path, RequestOptions.create().setForm(form).setMaxRedirects(0));
    if (answer.status() != 302) {
      throw new IllegalStateException(path + " answers " + answer.status());
    }
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

  /** Takes a last picture of a failure for the build's report and goes. */
  void leave(ExtensionContext test) {
    TestPictures.end(page, test);
    page.offPageError(scriptErrors);
    page.offDialog(dialogs);
    page.offConsoleMessage(consoleErrors);
  }

  /** For JavaScript's regular expressions, which do not know Java's quotes. */
  private static String literal(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "\\\\$0");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
