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
}
