package io.appofapps.devhost.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private final Playwright playwright;
  private final BrowserContext context;

  private Chromium(Path executable) {
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    context =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")))
            .newContext();
  }

  /** The first Chromium on the PATH. */
  static Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .flatMap(file -> Files.isExecutable(file) ? Stream.of(file) : Stream.empty())
        .findFirst();
  }

  static Chromium launch(Path executable) {
    return new Chromium(executable);
  }

  /**
   * The browser's page as if it were new: without cookies, stored settings and what was set for one
   * visit. A really new one would load, compile and lay out the same files from nothing, which was
   * most of the tests' time.
   *
   * @param origin of the pages that will be opened
   */
  Page page(String origin) {
    context.pages().stream().skip(1).toList().forEach(Page::close);
    Page page = context.pages().isEmpty() ? context.newPage() : context.pages().get(0);
    page.navigate("about:blank");
    page.setViewportSize(WIDTH, HEIGHT);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.LIGHT)
            .setForcedColors(null)
            .setReducedMotion(null));
    context.clearCookies();
    JsonObject storage = new JsonObject();
    storage.addProperty("origin", origin);
    storage.addProperty("storageTypes", "local_storage");
    CDPSession session = context.newCDPSession(page);
    session.send("Storage.clearDataForOrigin", storage);
    session.detach();
    return page;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
