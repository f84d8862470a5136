package io.appofapps.devhost.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Takes the pictures of the README, {@code mvn -Ppictures}. */
public final class Pictures {
  private Pictures() {}

  /** The only argument is the folder of the pictures. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Path executable =
        Chromium.find().orElseThrow(() -> new IllegalStateException("No Chromium on the PATH"));
    try (RunningDemo demo = RunningDemo.start();
        Chromium chromium = Chromium.launch(executable)) {
      Visitor visitor = new Visitor(chromium.browser(), demo.url());
      visitor.signIn("viewer").open(Visitor.TREE_PAGE);
      take(visitor, folder.resolve("deployment-tree-light.png"));
      visitor.dark().open(Visitor.TREE_PAGE);
      take(visitor, folder.resolve("deployment-tree-dark.png"));
    }
  }

  private static void take(Visitor visitor, Path file) {
    visitor.row("hq").waitFor();
    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    System.out.println("Taken: " + file);
  }
}
