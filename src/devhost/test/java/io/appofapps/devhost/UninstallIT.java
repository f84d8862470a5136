package io.appofapps.devhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.devhost.web.Browser;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed app without a connection, uninstalled and installed again. */
class UninstallIT {

  private static final String KEY = "io.appofapps.confluence";

  @TempDir Path home;

  @Test
  void nothingOfTheUninstalledAppIsHeldAndItCanComeBack() {
    try (Host host = Host.start(options())) {
      App app = new App(host);
      app.use();
      WeakReference<ClassLoader> loader =
          new WeakReference<>(host.plugins().enabled().get(0).classLoader());
      app.post("uninstall");
      assertThat(host.plugins().installed()).isEmpty();
      awaitCollected(loader);
      app.post("install");
      app.use();
    }
  }

  private HostOptions options() {
    Properties properties = new Properties();
    properties.setProperty("host.port", "0");
    properties.setProperty("host.home", home.toString());
    properties.setProperty("host.demo", "true");
    properties.setProperty("host.jars", System.getProperty("aoa.host.jars"));
    return HostOptions.of(properties);
  }

  /**
   * Java 17 keeps the type of the last component for which a record's {@code equals} and {@code
   * hashCode} were linked; after the first use of this one that is no class of the app.
   */
  private record LastLinked(String component) {}

  /** A thread of the app, or anything else of it that is still held, keeps its class loader. */
  private static void awaitCollected(WeakReference<ClassLoader> loader) {
    assertThat(new LastLinked("a")).isEqualTo(new LastLinked("a"));
    assertThat(new LastLinked("a")).hasSameHashCodeAs(new LastLinked("a"));
    long end = System.nanoTime() + 30_000_000_000L;
    while (loader.get() != null) {
      assertThat(System.nanoTime()).as("the class loader is collected").isLessThan(end);
      clearSoftReferences();
    }
  }

  /** Before it gives up on arrays larger than the heap, the JVM clears all soft references. */
  private static void clearSoftReferences() {
    assertThatThrownBy(() -> assertThat(new long[64][Integer.MAX_VALUE - 8]).isNotEmpty())
        .isInstanceOf(OutOfMemoryError.class);
  }

  /** The app as an administrator's program sees it. */
  private static final class App {
    private final Browser browser;
    private final String bearer;

    App(Host host) {
      browser = new Browser(host.baseUrl());
      String line =
          host.accountTable().stream().filter(row -> row.startsWith("admin")).findFirst().get();
      bearer = "Bearer " + line.substring(line.lastIndexOf(' ') + 1);
    }

    void use() {
      assertThat(get("/rest/aoa/1.0/sets").statusCode()).isEqualTo(200);
      assertThat(get("/display/DEMO/Deployment+tree").body()).contains("aoa-");
    }

    private HttpResponse<String> get(String path) {
      return browser.get(path, "Authorization", bearer);
    }

    void post(String deed) {
      String path = "/rest/devhost/1.0/plugins/" + KEY + "/" + deed;
      assertThat(browser.postJson(path, "", "Authorization", bearer).statusCode()).isEqualTo(200);
    }
  }
}
