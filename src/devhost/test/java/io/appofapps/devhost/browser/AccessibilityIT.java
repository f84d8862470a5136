package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever sees little, moves no mouse, wants no motion or has their own colours can use the macros
 * and the administration screen (WCAG 2.2 AA).
 */
@BrowserTest
class AccessibilityIT {

  private static final String BLOCKS = ".aoa";

  /** What stands out of its block or of the window, but for what can be scrolled to. */
  private static final String OUTSIDE =
      """
      () => Array.from(document.querySelectorAll('.aoa, .aoa *'))
        .filter(each => each.getClientRects().length && !each.closest('.aoa-scroll > *, svg'))
        .filter(each => getComputedStyle(each).clipPath === 'none')
        .filter(each => {
          const at = each.getBoundingClientRect();
          const block = each.closest('.aoa').getBoundingClientRect();
          return at.right > innerWidth + 1 || at.right > block.right + 1 || at.left < block.left - 1;
        })
        .map(each => each.outerHTML.slice(0, 120))
      """;

  /** Words that end in an ellipsis though nothing says them in full. */
  private static final String CUT =
      """
      () => Array.from(document.querySelectorAll('.aoa *'))
        .filter(each => each.getClientRects().length && each.scrollWidth > each.clientWidth + 1)
        .filter(each => getComputedStyle(each).textOverflow === 'ellipsis')
        .filter(each => !each.closest('[title]') && !each.querySelector('[title]'))
        .map(each => each.outerHTML.slice(0, 120))
      """;

  /** Controls that cannot be told from what is behind them in the colours the person has chosen. */
  private static final String UNSEEN_SHAPES =
      """
      () => Array.from(document.querySelectorAll('.aoa-dot, .aoa-switch button, .aoa-i use'))
        .filter(each => each.getClientRects().length)
        .filter(each => {
          const style = getComputedStyle(each);
          const own = style.backgroundColor;
          const back = each.matches('button') && own !== 'rgba(0, 0, 0, 0)'
            ? own
            : getComputedStyle(each.closest('.aoa')).backgroundColor;
          return each.matches('.aoa-dot')
            ? style.backgroundColor === back && style.borderTopColor === back
            : style.color === back;
        })
        .map(each => each.outerHTML.slice(0, 120))
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployment tree",
        "Ownership",
        "Environments",
        "Drift",
        "Payments",
        "All applications as a table",
        "When something is wrong"
      })
  void noMacroHasASeriousFindingInEitherTheme(String title, Visitor visitor) {
    visitor.signIn("viewer").open(title);
    ready(visitor);
    assertThat(Axe.serious(visitor.page(), BLOCKS)).as("light").isEmpty();
    visitor.dark().open(title);
    ready(visitor);
    assertThat(Axe.colours(visitor.page(), BLOCKS)).as("dark").isEmpty();
  }

  @Test
  void noTabOfTheAdministrationScreenHasASeriousFindingInEitherTheme(
      Visitor visitor, RunningDemo demo) {
    AdminScreen screen = new AdminScreen(visitor, demo.url()).open();
    List<String> tabs =
        screen.root().locator("nav a").all().stream().map(tab -> tab.getAttribute("href")).toList();
    assertThat(tabs).hasSizeGreaterThan(5);
    for (String theme : List.of("light", "dark")) {
      for (String tab : tabs) {
        screen.open(tab.replaceFirst("^.*#", ""));
        assertThat(screen.root().locator("nav [aria-current=page]")).hasAttribute("href", tab);
        assertThat(screen.root().locator(".aoa-a-loading")).hasCount(0);
        assertThat(
                theme.equals("light")
                    ? Axe.serious(visitor.page(), "#aoa-admin")
                    : Axe.colours(visitor.page(), "#aoa-admin"))
            .as(tab + ", " + theme)
            .isEmpty();
        picture(visitor, "tab-" + tab.replaceAll("\\W", "") + "-" + theme);
      }
      visitor.dark().page().reload();
      screen.root().locator("nav").waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deployment tree", "Ownership", "Environments", "Drift", "Payments"})
  void nothingIsLostOnANarrowScreenOrAtFourTimesTheSize(String title, Visitor visitor) {
    visitor.signIn("viewer");
    for (int width : new int[] {640, 320}) {
      visitor.page().setViewportSize(width, 900);
      visitor.open(title);
      ready(visitor);
      picture(visitor, "narrow-" + width + "-" + title.replace(" ", ""));
      assertThat(strings(visitor, OUTSIDE)).as(width + " pixels").isEmpty();
      assertThat(strings(visitor, CUT)).as(width + " pixels").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deployment tree", "Ownership", "Environments", "Drift", "Payments"})
  void everythingCanBeTakenApartInThePersonsOwnColours(String title, Visitor visitor) {
    visitor.signIn("viewer");
    visitor
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    visitor.open(title);
    ready(visitor);
    picture(visitor, "forced-" + title.replace(" ", ""));
    assertThat(strings(visitor, UNSEEN_SHAPES)).isEmpty();
    assertThat(Axe.colours(visitor.page(), BLOCKS)).isEmpty();
  }

  @Test
  void theFocusIsSeenInThePersonsOwnColours(Visitor visitor) {
    visitor.signIn("viewer");
    visitor
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    visitor.open(Visitor.TREE_PAGE);
    ready(visitor);
    visitor.tree().locator(".aoa-filter").focus();
    for (int i = 0; i < 6; i++) {
      visitor.page().keyboard().press("Tab");
      Locator focused = visitor.page().locator(":focus");
      assertThat((String) focused.evaluate("each => getComputedStyle(each).outlineStyle"))
          .as(String.valueOf(focused.evaluate("each => each.outerHTML.slice(0, 120)")))
          .isNotEqualTo("none");
    }
  }

  @Test
  void aChangeMovesNothingForWhoeverWantsNoMotion(Visitor visitor, RunningDemo demo) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    visitor.showAll();
    assertThat(motion(visitor)).isEqualTo("aoa-flash");
    visitor
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(motion(visitor)).isEqualTo("none");
    assertThat(
            visitor
                .page()
                .evaluate(
                    "() => Array.from(document.querySelectorAll('.aoa *'))"
                        + ".filter(each => getComputedStyle(each).transitionDuration !== '0s'"
                        + " || getComputedStyle(each).animationName !== 'none').length"))
        .isEqualTo(0);
  }

  /** How a row moves that the script marks as changed. */
  private static String motion(Visitor visitor) {
    return (String)
        visitor
            .row("hq")
            .evaluate(
                "row => { row.classList.add('aoa-changed');"
                    + " const name = getComputedStyle(row).animationName;"
                    + " row.classList.remove('aoa-changed'); return name; }");
  }

  private static void ready(Visitor visitor) {
    visitor.page().locator(BLOCKS).first().waitFor();
    assertThat(visitor.page().locator("section.aoa[data-block]:not([data-ready])")).hasCount(0);
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Visitor visitor, String script) {
    return (List<String>) visitor.page().evaluate(script);
  }

  private static void picture(Visitor visitor, String name) {
    TestPictures.take(visitor.page(), "AccessibilityIT", name);
  }
}
