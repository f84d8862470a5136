package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An open page and a cluster that changes, goes and comes back. */
@BrowserTest
class LiveIT {
  private static final int VIEWS = 30;
  private static final LocatorAssertions.ContainsTextOptions WITHIN_FIVE_SECONDS =
      new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);
  private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @Test
  void showsAChangeWithinFiveSecondsWithoutAReload(Visitor visitor, RunningDemo demo) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    visitor.showAll();
    assertThat(visitor.row("checkout-prod")).containsText("Healthy");
    visitor.page().evaluate("() => { window.sameDocument = true; }");

    demo.cluster().edit("argocd", "checkout-prod", app -> health(app, "Degraded"));
    try {
      assertThat(visitor.row("checkout-prod")).containsText("Degraded", WITHIN_FIVE_SECONDS);
      assertThat(visitor.page().evaluate("() => window.sameDocument === true")).isEqualTo(true);
    } finally {
      demo.cluster().edit("argocd", "checkout-prod", app -> health(app, "Healthy"));
    }
    assertThat(visitor.row("checkout-prod")).containsText("Healthy", WITHIN_FIVE_SECONDS);
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void answersFromItsCacheWhileTheClusterIsAwayAndSaysHowOldItIs(
      Visitor visitor, RunningDemo demo) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    assertThat(visitor.tree().locator(".aoa-stamp .aoa-stale")).hasCount(0);

    demo.cluster().stop();
    try {
      assertThat(visitor.tree().locator(".aoa-stamp .aoa-stale"))
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
      visitor.open(Visitor.TREE_PAGE);
      visitor.row("hq").waitFor();
      assertThat(visitor.row("payments-staging")).containsText("Degraded");
      assertThat(visitor.tree().locator(".aoa-stale time.aoa-asof")).isVisible();
    } finally {
      demo.cluster().restart();
    }
    assertThat(visitor.tree().locator(".aoa-stamp .aoa-stale"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    demo.cluster().edit("argocd", "cart-prod", app -> health(app, "Degraded"));
    try {
      visitor.showAll();
      assertThat(visitor.row("cart-prod")).containsText("Degraded", WITHIN_A_MINUTE);
    } finally {
      demo.cluster().edit("argocd", "cart-prod", app -> health(app, "Healthy"));
    }
  }

  @Test
  void allMacrosOfAPageShareOnePoll(Visitor visitor) {
    visitor.signIn("viewer");
    Request poll =
        visitor
            .page()
            .waitForRequest(
                asked -> asked.url().endsWith("/rest/aoa/1.0/live"),
                () -> visitor.open("One tree for each environment"));
    assertThat(poll.postData()).contains("=dev", "=staging", "=prod");
    assertThat(poll.response().status()).isIn(200, 204);
    assertThat(visitor.problems()).isEmpty();
  }

  @Test
  void noPageViewCallsTheCluster(Visitor visitor, RunningDemo demo) {
    visitor.signIn("viewer").open(Visitor.TREE_PAGE);
    visitor.row("hq").waitFor();
    long before = demo.cluster().requests();
    long begin = System.nanoTime();
    for (int i = 0; i < VIEWS; i++) {
      assertThat(demo.get("/display/DEMO/Deployment+tree").body()).contains("payments-staging");
      assertThat(demo.get("/rest/aoa/1.0/sets/hq/tree").statusCode()).isEqualTo(200);
    }
    visitor.open("All applications as a table");
    visitor.tree().waitFor();

    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    List<String> recent = demo.cluster().recentRequests();
    long count = demo.cluster().requests() - before;
    assertThat(recent.subList(recent.size() - (int) Math.min(count, recent.size()), recent.size()))
        .as("the watchers' own probes, one for each kind every four seconds, and the policy")
        .allMatch(LiveIT::isProbe)
        .hasSizeLessThanOrEqualTo(4 * (int) (seconds / 4 + 2));
  }

  private static boolean isProbe(String request) {
    return request.startsWith("GET ")
        && (request.contains("limit=1") || request.endsWith("/configmaps/argocd-rbac-cm"));
  }

  private static GenericKubernetesResource health(GenericKubernetesResource app, String health) {
    Map<String, Object> status = new LinkedHashMap<>(app.<Map<String, Object>>get("status"));
    status.put("health", Map.of("status", health));
    app.setAdditionalProperty("status", status);
    return app;
  }
}
