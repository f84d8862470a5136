package io.appofapps.devhost.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Pictures for people in {@code target/pictures}: of every test that fails, and of all the others
 * too with {@code -Daoa.pictures=true}. Each costs more than many a test.
 */
final class TestPictures {
  private static final boolean WANTED = Boolean.getBoolean("aoa.pictures");

  private TestPictures() {}

  /** A picture on the way, when they are wanted. */
  static void take(Page page, String test, String name) {
    if (WANTED) {
      shoot(page, test + "-" + name);
    }
  }

  /** The picture that a test ends with. */
  static void end(Page page, ExtensionContext test) {
    if (WANTED || test.getExecutionException().isPresent()) {
      shoot(
          page,
          test.getRequiredTestClass().getSimpleName()
              + "-"
              + test.getRequiredTestMethod().getName());
    }
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", name + ".png"))
            .setFullPage(true));
  }
}
