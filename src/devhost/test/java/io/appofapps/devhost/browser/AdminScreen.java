package io.appofapps.devhost.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The app's screen in the administration console, as an administrator uses it. */
final class AdminScreen {
  private static final String PASSWORD = "input[name=password]";
  private final Visitor visitor;
  private final Page page;
  private final String address;

  AdminScreen(Visitor visitor, String hostUrl) {
    this.visitor = visitor;
    this.page = visitor.page();
    this.address = hostUrl + "/plugins/servlet/aoa/admin";
  }

  /** Signs in, confirms the password and opens the screen. */
  AdminScreen open() {
    visitor.signIn("admin").confirmPassword("admin");
    page.navigate(address);
    page.locator("#aoa-admin nav").waitFor();
    return this;
  }

  /** Opens a part of the screen: {@code connections/new}, {@code health} and so on. */
  AdminScreen open(String part) {
    page.navigate(address + "#" + part);
    return this;
  }

  static void confirmPassword(Page page) {
    page.locator(PASSWORD).fill("admin");
    page.locator(PASSWORD).press("Enter");
    page.locator("#aoa-admin nav").waitFor();
  }

  Locator root() {
    return page.locator("#aoa-admin");
  }

  /** The field of that label. */
  Locator field(String label) {
    return root()
        .locator(".field-group")
        .filter(withLabel(label))
        .locator("input, textarea, select");
  }

  /** What is said to be wrong with that field. */
  Locator error(String label) {
    return root().locator(".field-group").filter(withLabel(label)).locator(".error");
  }

  Locator button(String name) {
    return root()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return root()
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The whole text, and nothing else. */
  static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  Locator dialog() {
    return page.locator("[role=dialog]");
  }

  /** The card of a connection in the list. */
  Locator connection(String id) {
    return root().locator("[data-connection='" + id + "']");
  }

  /** Where the last test stands on that layer: passed, failed or untested. */
  Locator layer(String word, String state) {
    return root().locator("[data-layer=" + word + "][data-state=" + state + "]");
  }

  /** The message of the last test. */
  Locator result() {
    return root().locator(".aoa-a-result .aoa-a-message");
  }

  /** Clicks the button and reads the file that it hands over. */
  String download(String name) {
    Download download = page.waitForDownload(() -> button(name).click());
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void picture(String name) {
    TestPictures.take(page, "AdminScreenIT", name);
  }

  /** Script errors and dialogs; refused requests are part of these tests. */
  List<String> problems() {
    return visitor.problems().stream()
        .filter(problem -> !problem.contains("Failed to load resource"))
        .toList();
  }

  private Locator.FilterOptions withLabel(String label) {
    return new Locator.FilterOptions()
        .setHas(
            page.locator(
                "label",
                new Page.LocatorOptions()
                    .setHasText(
                        java.util.regex.Pattern.compile("^" + label + "( \\(required\\))?$"))));
  }
}
