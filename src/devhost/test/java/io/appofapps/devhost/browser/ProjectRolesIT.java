package io.appofapps.devhost.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.democluster.DemoData;
import io.appofapps.devhost.web.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One page, several people: each sees what Argo CD lets one of their groups see. */
@BrowserTest
class ProjectRolesIT {

  private static final String POLICY =
      """
      p, role:office, applications, get, platform/*, allow
      p, role:data, applications, get, data/*, allow
      p, role:data, applications, get, money/payments-staging, allow
      g, developers, role:office
      g, viewers, role:office
      g, viewers, role:data
      """;

  private static final String SETS = "/rest/aoa/1.0/admin/sets";
  private static final String GUARDED =
      """
      {"key": "guarded", "title": "Guarded", "connection": "default", "namespace": "argocd",
       "name": "hq", "viewers": "projectRole", "spaces": []}
      """;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @BeforeEach
  void guard(RunningDemo demo) {
    demo.cluster().writePolicy("argocd", POLICY);
    assertThat(rest(demo, "admin", "POST", SETS, GUARDED).statusCode()).isEqualTo(201);
    Await.until(
        "the policy",
        LIMIT,
        () ->
            tree(demo, "viewer").statusCode() == 200
                && tree(demo, "viewer").body().contains("warehouse"));
  }

  @AfterEach
  void open(RunningDemo demo) {
    rest(demo, "admin", "DELETE", SETS + "/guarded", "");
    DemoData.writePolicy(demo.cluster());
  }

  @Test
  void eachSeesWhatOneOfTheirGroupsMayGet(Visitor visitor, RunningDemo demo) {
    visitor.signIn("developer").write("Guarded by project roles", "guarded");
    visitor.showAll();
    assertThat(visitor.row("emea")).hasCount(1);
    assertThat(visitor.row("data")).hasCount(0);
    assertThat(visitor.page().content()).doesNotContain("warehouse");
    assertThat(tree(demo, "developer").body()).contains("\"emea\"").doesNotContain("warehouse");

    visitor.page().context().clearCookies();
    visitor.signIn("viewer").open("Guarded by project roles");
    visitor.showAll();
    assertThat(visitor.row("data")).hasCount(1);
    assertThat(visitor.row("warehouse")).hasCount(1);
    assertThat(visitor.row("emea-prod")).hasCount(0);

    visitor.page().context().clearCookies();
    visitor.signIn("admin").open("Guarded by project roles");
    assertThat(visitor.page().locator("#main-content, body").first())
        .containsText("Deployment set “guarded” does not exist");
    assertThat(tree(demo, "admin").statusCode()).isEqualTo(404);
    assertThat(rest(demo, "admin", "GET", "/rest/aoa/1.0/sets", "").body())
        .doesNotContain("guarded");
  }

  @Test
  void noMacroAnswerOrExportBearsATraceOfWhatThePersonMayNotGet(RunningDemo demo) {
    String title = "Guarded in every form";
    new TestPages(demo).write("DEMO", title, TestPages.everyMacro("guarded", "warehouse"));
    Account developer = Account.of(demo, "developer");
    Account viewer = Account.of(demo, "viewer");
    for (String output : TestPages.OUTPUTS) {
      assertThat(developer.page(title, output))
          .as(output)
          .contains("emea")
          .satisfies(ProjectRolesIT::bare);
      assertThat(viewer.page(title, output)).as(output).contains("kafka");
    }
    for (String part : List.of("tree", "owners", "environments", "drift")) {
      String path = "/rest/aoa/1.0/sets/guarded/" + part;
      assertThat(developer.get(path).body()).as(part).satisfies(ProjectRolesIT::bare);
      assertThat(developer.csv(path).body()).as(part).satisfies(ProjectRolesIT::bare);
    }
    for (String part : List.of("owners", "environments")) {
      assertThat(table(developer, part)).contains("cert-manager").doesNotContain("payments");
      assertThat(table(viewer, part)).contains("cert-manager", "warehouse", "payments");
    }
    assertThat(table(developer, "drift")).startsWith("severity,").doesNotContain("payments");
    assertThat(table(viewer, "drift")).contains("payments-staging", "Degraded");
    for (String block : List.of("tree", "owners", "environments", "drift", "application")) {
      String query = "set=guarded&application=warehouse";
      assertThat(developer.get("/rest/aoa/1.0/blocks/aoa-" + block + "/csv?" + query).body())
          .as(block)
          .satisfies(ProjectRolesIT::bare);
    }
    assertThat(developer.get("/dosearchsite.action?queryString=kafka").body())
        .doesNotContain(title);
  }

  /** A table of the set as a file of CSV. */
  private static String table(Account account, String part) {
    HttpResponse<String> csv = account.csv("/rest/aoa/1.0/sets/guarded/" + part);
    assertThat(csv.statusCode()).as(part).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("guarded-" + part + ".csv");
    return csv.body();
  }

  /** Says nothing of the project data; only the author's own parameter names an Application. */
  private static void bare(String answer) {
    assertThat(answer.replace("application=warehouse", "").replace("“warehouse”", ""))
        .doesNotContain("warehouse", "kafka");
  }

  private static HttpResponse<String> tree(RunningDemo demo, String account) {
    return rest(demo, account, "GET", "/rest/aoa/1.0/sets/guarded/tree", "");
  }

  private static HttpResponse<String> rest(
      RunningDemo demo, String account, String method, String path, String body) {
    return new Browser(demo.url())
        .call(
            method,
            path,
            "application/json",
            body,
            "Authorization",
            "Bearer " + demo.token(account),
            "X-Atlassian-Token",
            "no-check");
  }
}
