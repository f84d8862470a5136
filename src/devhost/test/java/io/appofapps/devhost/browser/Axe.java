package io.appofapps.devhost.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe finds on a page. */
final class Axe {
  private static final Path SCRIPT =
      Path.of("..", "..", "frontend", "node_modules", "axe-core", "axe.min.js");
  private static final String RUN =
      """
      async ([selector, rules]) => (await axe.run(selector, { runOnly: rules })).violations
        .filter(each => each.impact === 'serious' || each.impact === 'critical')
        .map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | '))
      """;

  private static final List<String> ALL =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules that another theme may break. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private Axe() {}

  /** Serious and critical findings below the element, each with where it was found. */
  static List<String> serious(Page page, String selector) {
    return run(page, selector, ALL);
  }

  /** Those of them that depend on colours: for a second look at what was looked at in whole. */
  static List<String> colours(Page page, String selector) {
    return run(page, selector, COLOURS);
  }

  private static List<String> run(Page page, String selector, List<String> rules) {
    if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(source());
    }
    return ((List<?>) page.evaluate(RUN, List.of(selector, rules)))
        .stream().map(String::valueOf).toList();
  }

  private static String source() {
    try {
      return Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
