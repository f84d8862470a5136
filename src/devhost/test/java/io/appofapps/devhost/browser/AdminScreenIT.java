package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator at the app's screen, and a real API server with real accounts. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@ExtendWith(DemoExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
class AdminScreenIT {
  private static final LocatorAssertions.ContainsTextOptions WITHIN_TWENTY_SECONDS =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  private static final LocatorAssertions.IsVisibleOptions SEEN_WITHIN_TWENTY_SECONDS =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  private static final String MANIFEST_ACCOUNT = "app-of-apps";
  private static final String STRANGER = "stranger";

  /** The head of each JSON web token. */
  private static final String TOKEN_BEGIN = "eyJ";

  @TempDir static Path clusterFolder;
  private static RealArgoCd cluster;
  private static RunningHost host;
  private static Chromium chromium;

  private Visitor visitor;
  private AdminScreen screen;

  @BeforeAll
  static void start() {
    cluster = RealArgoCd.start(clusterFolder);
    cluster.createAccount(STRANGER);
    host = RunningHost.startUnconfigured(RunningHost.newHome());
    chromium = Chromium.launch(Chromium.find().orElseThrow());
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable each : new AutoCloseable[] {chromium, host, cluster}) {
      close(each);
    }
  }

  @RegisterExtension
  private final AfterEachCallback leave =
      test -> {
        if (visitor != null) {
          visitor.leave(test);
        }
      };

  @Test
  @Order(1)
  void aNewcomerIsToldWhatIsWrongEachTimeAndGetsTheClusterLive() throws IOException {
    enter();
    assertThat(screen.root()).containsText("Connect your first cluster");
    screen.picture("1-empty");
    cluster.create(screen.download("Download the manifest"));

    screen.link("Add connection").first().click();
    screen.button("Test").click();
    assertThat(screen.field("Name")).isFocused();
    assertThat(screen.error("API server")).hasText("Fill this in.");
    screen.field("Name").fill("Production");
    assertThat(screen.field("Id")).hasValue("production");
    screen.field("API server").fill(cluster.address());

    screen.field("CA certificate").fill(OtherAuthority.pem());
    screen.field("Token").fill(cluster.token(MANIFEST_ACCOUNT));
    test("2-wrong-ca");
    assertThat(screen.layer("tcp", "passed")).isVisible();
    assertThat(screen.layer("tls", "failed")).isVisible();
    assertThat(screen.layer("authentication", "untested")).isVisible();
    assertThat(screen.result()).containsText("which is not the CA certificate of this connection.");
    assertThat(screen.result())
        .containsText("Paste the PEM text of the cluster's CA certificate into the field CA");
    assertThat(screen.result()).containsText("kubectl config view --minify --raw");

    screen.field("CA certificate").fill(cluster.ca());
    screen.field("Token").fill("not-a-token-of-this-cluster");
    test("3-wrong-token");
    assertThat(screen.layer("tls", "passed")).isVisible();
    assertThat(screen.layer("authentication", "failed")).isVisible();
    assertThat(screen.result()).containsText("401");
    assertThat(screen.result())
        .containsText("kubectl create token app-of-apps -n argocd --duration=8760h");

    screen.field("Token").fill(cluster.token(STRANGER));
    test("4-no-rights");
    assertThat(screen.layer("authentication", "passed")).isVisible();
    assertThat(screen.layer("authorization", "failed")).isVisible();
    assertThat(screen.result())
        .containsText("may not list applications.argoproj.io in all namespaces (403)");
    assertThat(screen.result()).containsText("kubectl auth can-i list applications.argoproj.io");
    assertThat(screen.button("Download the manifest")).isVisible();

    screen.field("Token").fill(cluster.token(MANIFEST_ACCOUNT));
    test("5-right");
    assertThat(screen.result()).containsText("The connection works.");
    assertThat(screen.result()).containsText("Connected to Kubernetes v1.");
    assertThat(screen.layer("argocd", "passed")).isVisible();

    screen.button("Save").click();
    assertThat(screen.connection("production")).containsText("Live", WITHIN_TWENTY_SECONDS);
    screen.picture("6-live");
    screen.open("health");
    assertThat(screen.connection("production")).containsText("Live");
    assertThat(screen.connection("production").locator("[data-label=Objects]"))
        .hasText(Pattern.compile("[1-9][0-9]+"));
    assertThat(screen.connection("production")).containsText("leads");
    screen.picture("7-health");
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(2)
  void aStoredTokenNeverComesBackAndStaysWhenItsFieldIsLeftEmpty() {
    enter();
    screen.open("connections/production");
    assertThat(screen.field("Token")).hasValue("");
    assertThat(screen.root()).containsText("Stored, leave empty to keep");
    screen.field("Name").fill("Production EU");
    screen.button("Save").click();
    assertThat(screen.connection("production")).containsText("Production EU");
    screen.connection("production").getByText("Test", AdminScreen.exactly()).click();
    assertThat(screen.result()).containsText("The connection works.", WITHIN_TWENTY_SECONDS);
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(3)
  void pausesAndResumes() {
    enter();
    screen.button("Pause").click();
    assertThat(screen.connection("production")).containsText("Paused", WITHIN_TWENTY_SECONDS);
    screen.button("Resume").click();
    assertThat(screen.connection("production")).containsText("Live", WITHIN_TWENTY_SECONDS);
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(4)
  void anEndedSessionCostsNothingThatWasTyped() {
    enter();
    screen.open("connections/new");
    screen.field("Name").fill("Half done");
    screen.field("API server").fill(cluster.address());
    screen.field("CA certificate").fill(cluster.ca());
    screen.field("Token").fill(cluster.token(MANIFEST_ACCOUNT));
    visitor.page().context().clearCookies();

    screen.button("Test").click();
    assertThat(screen.dialog()).containsText("Confirm your password again");
    screen.picture("8-session-ended");
    Page other =
        visitor
            .page()
            .waitForPopup(
                () -> screen.dialog().getByText("Confirm the password in a new tab").click());
    Visitor.signIn(other, "admin");
    AdminScreen.confirmPassword(other);
    other.close();
    screen.dialog().getByText("I have confirmed it").click();

    assertThat(screen.result()).containsText("The connection works.", WITHIN_TWENTY_SECONDS);
    assertThat(screen.field("Name")).hasValue("Half done");
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(5)
  void whoLeavesAHalfFilledFormIsAsked() {
    enter();
    screen.open("connections/new");
    screen.field("Name").fill("Half done");
    screen.link("Health").click();
    assertThat(screen.dialog()).containsText("Leave without saving?");
    screen.dialog().getByText("Cancel", AdminScreen.exactly()).click();
    assertThat(screen.field("Name")).hasValue("Half done");
    screen.link("Health").click();
    screen.dialog().getByText("Leave", AdminScreen.exactly()).click();
    assertThat(screen.connection("production")).containsText("Live");
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(6)
  void aConnectionIsAddedAndDeletedByKeyboardAlone() {
    enter();
    screen.link("Add connection").waitFor();
    tabTo(screen.link("Add connection"));
    press("Enter");
    tabTo(screen.field("Name"));
    type("By keyboard");
    tabTo(screen.field("API server"));
    type(cluster.address());
    tabTo(screen.field("CA certificate"));
    visitor.page().keyboard().insertText(cluster.ca());
    tabTo(screen.field("Token"));
    type(cluster.token(MANIFEST_ACCOUNT));
    tabTo(screen.button("Test"));
    press("Enter");
    assertThat(screen.result()).containsText("The connection works.", WITHIN_TWENTY_SECONDS);
    assertThat(screen.button("Test")).isFocused();
    tabTo(screen.button("Save"));
    press("Space");
    Locator delete = screen.connection("by-keyboard").getByText("Delete", AdminScreen.exactly());
    delete.waitFor();

    tabTo(delete);
    press("Enter");
    assertThat(screen.dialog().locator("input")).isFocused();
    press("Escape");
    assertThat(screen.dialog()).hasCount(0);
    assertThat(delete).isFocused();
    press("Enter");
    assertThat(screen.dialog().locator("input")).isFocused();
    type("by-keyboard");
    press("Enter");
    assertThat(screen.connection("by-keyboard")).hasCount(0);
    assertThat(screen.root().locator("h2")).isFocused();
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(7)
  void warnsOfATokenThatEndsSoonAndTakesItAway() {
    enter();
    screen.open("connections/production");
    screen.field("Second token").fill(cluster.token(MANIFEST_ACCOUNT, Duration.ofHours(2)));
    screen.button("Save").click();
    assertThat(screen.connection("production").locator(".aui-message-warning"))
        .containsText("second");
    screen.picture("warning");
    screen.link("Edit").click();
    screen.root().getByText("Remove what is stored").click();
    screen.button("Save").click();
    screen.connection("production").waitFor();
    assertThat(screen.connection("production").locator(".aui-message-warning")).hasCount(0);
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(8)
  void aRootThatWasFoundBecomesASetOfItsOwn() {
    enter();
    screen.open("sets");
    screen.link("Define a set from fleet").click();
    screen.field("Title").fill("The fleet");
    screen.field("Key").fill("not a key");
    screen.button("Save").click();
    assertThat(screen.field("Key")).isFocused();
    assertThat(screen.error("Key")).isVisible();
    screen.field("Key").fill("fleet");
    screen.field("Spaces").fill("DEMO");
    screen.button("Save").click();
    Locator set = screen.root().locator("[data-set=fleet]");
    assertThat(set).containsText("The fleet");
    assertThat(set).containsText("DEMO");
    screen.picture("sets");
    screen.button("Delete the set The fleet").click();
    screen.dialog().locator(".aui-button-danger").click();
    assertThat(set).hasCount(0);
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(9)
  void theConfigurationLeavesAndComesBackAsYaml() {
    enter();
    screen.open("settings");
    String yaml = screen.download("Download YAML");
    assertThat(yaml).contains("production.token").doesNotContain(TOKEN_BEGIN);
    screen.field("YAML document").fill(yaml.replace("paused:", "pause:"));
    screen.button("Show changes").click();
    assertThat(screen.root().locator("[role=alert]")).containsText("pause");
    screen.field("YAML document").fill(yaml.replace("Production EU", "Production II"));
    screen.button("Show changes").click();
    assertThat(screen.root()).containsText("Production II\u201d");
    screen.picture("yaml");
    screen.button("Apply these changes").click();
    assertThat(screen.root()).containsText("The configuration has been applied.");
    screen.button("Make a new key").click();
    assertThat(screen.root()).containsText("A new key is in use");
    screen.open("connections");
    assertThat(screen.connection("production")).containsText("Production II");
    screen.connection("production").getByText("Test", AdminScreen.exactly()).click();
    assertThat(screen.result()).containsText("The connection works.", WITHIN_TWENTY_SECONDS);
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(10)
  void aRuleShowsWhatItMatchesBeforeItIsSaved() {
    enter();
    screen.open("environments");
    Locator environments = screen.root().locator("[data-rules=environments]");
    environments.getByText("Add rule").click();
    environments.getByLabel("Look at").selectOption("name");
    environments.getByLabel("Pattern").fill("no-such-name-{}");
    assertThat(environments.locator(".aoa-a-rule .aoa-a-count")).hasText("Matches: 0");
    environments.getByLabel("Pattern").fill("*-{}");
    assertThat(environments.locator(".aoa-a-rule .aoa-a-count"))
        .hasText(Pattern.compile("Matches: [1-9][0-9]*"));
    assertThat(environments.locator(".aoa-a-names")).containsText("dev");
    screen.picture("environments");
    screen.button("Save").click();
    assertThat(screen.root()).containsText("The rules have been saved.");
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(11)
  void aWebhookIsMadeHeardSwitchedOffAndItsSecretNeverComesBack() throws Exception {
    enter();
    screen.open("repositories");
    screen.link("Add a webhook").click();
    screen.field("Id").fill("Not an id");
    screen.field("Sender").selectOption("gitlab");
    tabTo(screen.button("Make a secret"));
    press("Enter");
    String secret = screen.field("Secret").inputValue();
    assertThat(secret).hasSize(64);
    screen.picture("webhook-new");
    screen.button("Save").click();
    assertThat(screen.error("Id")).containsText("must be 1 to 63 lower-case letters");
    assertThat(screen.field("Id")).isFocused();
    screen.field("Id").fill("deployments");
    String address = host.url() + "/rest/aoa/1.0/hooks/deployments";
    assertThat(screen.root().locator("output")).hasText(address);
    screen.button("Save").click();

    Locator hook = screen.root().locator("[data-hook=deployments]");
    assertThat(hook).containsText("none yet");
    assertThat(hook.locator("output")).hasText(address);
    assertThat(deliver(address, secret)).isEqualTo(202);
    assertThat(deliver(address, "another")).isEqualTo(401);
    visitor.page().reload();
    assertThat(hook).containsText("Heard");
    assertThat(hook).containsText("not signed with this secret");
    assertThat(visitor.page().content()).doesNotContain(secret);
    screen.picture("webhooks");

    hook.getByText("deployments", AdminScreen.exactly()).click();
    assertThat(screen.field("Secret")).hasValue("");
    screen.button("Cancel").click();
    tabTo(screen.button("Switch off the webhook deployments"));
    press("Enter");
    assertThat(screen.button("Switch on the webhook deployments")).isVisible();
    assertThat(deliver(address, secret)).isEqualTo(401);
    screen.button("Switch on the webhook deployments").click();
    assertThat(screen.button("Switch off the webhook deployments")).isVisible();
    assertThat(deliver(address, secret)).as("the secret was kept").isEqualTo(202);
    assertThat(screen.problems()).isEmpty();
  }

  private static int deliver(String address, String secret)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("X-Gitlab-Token", secret)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** What the demo does not show: {@link AccessibilityIT} looks at the tabs. */
  @ParameterizedTest
  @Order(12)
  @ValueSource(booleans = {false, true})
  void axeFindsNothingSeriousInFormsAndDialogs(boolean dark) {
    enter();
    if (dark) {
      visitor.dark();
      visitor.page().reload();
    }
    for (String part :
        new String[] {
          "connections",
          "connections/new",
          "connections/production",
          "sets/new",
          "repositories/new",
          "repositories/hooks/deployments"
        }) {
      screen.open(part);
      visitor.page().reload();
      screen.root().locator("h2").first().waitFor();
      assertThat(screen.root().locator(".aoa-a-loading")).hasCount(0);
      screen.picture("part-" + part.replace('/', '-') + (dark ? "-dark" : "-light"));
      assertThat(
              dark
                  ? Axe.colours(visitor.page(), "#aoa-admin")
                  : Axe.serious(visitor.page(), "#aoa-admin"))
          .as(part)
          .isEmpty();
    }
    screen.open("connections");
    screen.connection("production").getByText("Delete", AdminScreen.exactly()).click();
    assertThat(screen.dialog()).containsText("With the connection go:");
    assertThat(Axe.serious(visitor.page(), "[role=dialog]")).isEmpty();
    assertThat(screen.problems()).isEmpty();
  }

  @Test
  @Order(13)
  void deletingNamesWhatGoesWithItAndWantsTheId() {
    enter();
    screen.connection("production").getByText("Delete", AdminScreen.exactly()).click();
    assertThat(screen.dialog()).containsText(Pattern.compile("[1-9][0-9]* Applications are shown"));
    assertThat(screen.dialog()).containsText("1 stored secret is forgotten: production.token");
    assertThat(screen.dialog()).containsText("Nothing is changed in the cluster.");
    screen.picture("9-delete");
    screen.dialog().locator(".aui-button-danger").click();
    assertThat(screen.dialog()).containsText("Type production to delete this connection.");
    screen.dialog().locator("input").fill("production");
    screen.dialog().locator(".aui-button-danger").click();
    assertThat(screen.root()).containsText("Connect your first cluster", WITHIN_TWENTY_SECONDS);
    assertThat(screen.problems()).isEmpty();
  }

  private void enter() {
    visitor = new Visitor(chromium, host.url());
    screen = new AdminScreen(visitor, host.url()).open();
  }

  /** Tests what is typed and waits for the result. */
  private void test(String picture) {
    screen.button("Test").click();
    assertThat(screen.result()).isVisible(SEEN_WITHIN_TWENTY_SECONDS);
    screen.picture(picture);
  }

  private void tabTo(Locator target) {
    for (int i = 0; i < 60; i++) {
      if (Boolean.TRUE.equals(target.evaluate("each => each === document.activeElement"))) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError("Not reached by Tab: " + target);
  }

  private void press(String key) {
    visitor.page().keyboard().press(key);
  }

  private void type(String text) {
    visitor.page().keyboard().type(text);
  }

  private static void close(AutoCloseable each) {
    try {
      if (each != null) {
        each.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
