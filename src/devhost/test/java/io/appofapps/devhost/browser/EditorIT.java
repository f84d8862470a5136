package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody puts a tree on a page. */
@BrowserTest
class EditorIT {

  @Test
  void aMacroIsFoundByTypingConfiguredInsertedPreviewedAndSaved(Visitor visitor, RunningDemo demo) {
    Page page = visitor.signIn("developer").page();
    page.navigate(demo.url() + "/pages/createpage.action?spaceKey=DEMO");
    page.locator("#content-title").fill("Written by a test");
    Locator area = page.locator("#wysiwygTextarea");
    area.click();

    area.pressSequentially("{aoa");
    Locator choices = page.locator("#autocomplete-dropdown [role=option]");
    assertThat(choices.first()).containsText("AoA");
    area.pressSequentially("-t");
    assertThat(choices.first()).containsText("AoA Deployment tree");
    page.keyboard().press("Enter");

    Locator set = page.locator("#macro-details-form select, #macro-details-form input").first();
    assertThat(page.locator("#macro-browser-insert")).isVisible();
    assertThat(set.locator("option[value=hq]")).hasCount(1);
    set.selectOption("hq");
    assertThat(page.frameLocator("#macro-preview-iframe").locator("section.aoa")).isVisible();
    page.locator("#macro-browser-insert").click();
    assertThat(area).hasValue(Pattern.compile("ac:name=\"aoa-tree\"[\\s\\S]*>hq<"));

    page.locator("#rte-button-preview").click();
    assertThat(page.frameLocator("iframe[name=host-preview-frame]").locator("section.aoa"))
        .isVisible();
    page.locator("#rte-button-publish").click();
    assertThat(page.locator("#title-text")).hasText("Written by a test");
    visitor.row("hq").waitFor();
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void theMacroStandsInTheMacroBrowser(Visitor visitor, RunningDemo demo) {
    Page page = visitor.signIn("developer").page();
    page.navigate(demo.url() + "/pages/createpage.action?spaceKey=DEMO");
    page.locator("#rte-button-insert").click();
    page.locator("#rte-insert-macro").click();

    page.locator("#macro-browser-search").fill("deployment tree");
    page.locator("#macro-aoa-tree").click();

    assertThat(page.locator("#macro-details-form")).containsText("Layout");
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void theButtonsBelowAMacroGiveItsParametersAValue(Visitor visitor, RunningDemo demo) {
    Page page = visitor.signIn("developer").page();
    page.navigate(demo.url() + "/pages/createpage.action?spaceKey=DEMO");
    Locator area = page.locator("#wysiwygTextarea");
    area.fill("<p>Before</p>" + macro("aoa-tree", "") + "<p>Between</p>" + macro("aoa-drift", ""));

    button(page, "aoa-tree", "Needs attention", true);
    button(page, "aoa-tree", "Everything", false).click();
    assertThat(area)
        .hasValue(
            "<p>Before</p>"
                + macro("aoa-tree", parameter("show", "all"))
                + "<p>Between</p>"
                + macro("aoa-drift", ""));
    button(page, "aoa-tree", "Everything", true);
    button(page, "aoa-tree", "Table", false).click();
    button(page, "aoa-tree", "Needs attention", false).click();
    button(page, "aoa-drift", "Badge in the text", false).click();
    assertThat(area)
        .hasValue(
            "<p>Before</p>"
                + macro("aoa-tree", parameter("layout", "table"))
                + "<p>Between</p>"
                + macro("aoa-drift", parameter("form", "badge")));
    assertThat(visitor.problems()).isEmpty();
  }

  /** Opens the panel below that macro and awaits the button, chosen or not. */
  private static Locator button(Page page, String macro, String label, boolean chosen) {
    page.locator("#host-macro-list [data-macro-name=" + macro + "].host-placeholder").click();
    Locator button =
        page.locator(".host-property-panel button[aria-pressed=" + chosen + "]")
            .filter(new Locator.FilterOptions().setHasText(label));
    assertThat(button).isVisible();
    return button;
  }

  private static String macro(String name, String more) {
    return "<ac:structured-macro ac:name=\""
        + name
        + "\">"
        + parameter("set", "hq")
        + more
        + "</ac:structured-macro>";
  }

  private static String parameter(String name, String value) {
    return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
  }
}
