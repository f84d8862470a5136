package io.appofapps.confluence.view.owners;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataKey;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.body.Csv;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.pages.ServicePages;
import io.appofapps.confluence.view.pages.TestDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersBlockTest {

  private static final Viewer VIEWER = TestViewers.person(true, Set.of(), Set.of("devs"));

  private final TestDirectory directory = new TestDirectory();
  private final Map<ApplicationKey, BoundPage> bound = new HashMap<>();
  private Scene scene =
      Scene.of(
          app("root").lists("payments", "ledger"),
          service("payments")
              .annotation("a8r.io/owner", "Team Orange")
              .annotation("appofapps.io/on-call", "#payments-oncall|https://chat.example.com/p")
              .annotation("a8r.io/runbook", "DEMO:Payments runbook")
              .annotation("appofapps.io/release-notes", "v2.8.1|https://example.com/notes"),
          service("ledger")
              .annotation("a8r.io/owner", "")
              .annotation("a8r.io/runbook", "https://wiki.example.com/display/OPS/Ledger"));

  private static Apps service(String name) {
    return app(name).trackedBy("root").label("app.kubernetes.io/name", name);
  }

  private Owners owners() {
    return new Owners(
        scene.pages,
        new LinkedPages(directory),
        new ServicePages(() -> bound, directory),
        scene.configuration);
  }

  private OwnersBlock block() {
    return new OwnersBlock(owners(), scene.texts);
  }

  private Question question(Viewer viewer, String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("set", "root"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Question(viewer, new Place.Api(), Parameters.of(block(), given), Face.PAGE);
  }

  private Answer.Shown answer(Viewer viewer, String... namesAndValues) {
    try {
      return (Answer.Shown) block().answer(question(viewer, namesAndValues));
    } catch (BadParameter e) {
      throw new AssertionError(e);
    }
  }

  private Table table(String... namesAndValues) {
    return (Table) answer(VIEWER, namesAndValues).content().get().body();
  }

  private static String html(Table table, Face face) {
    StringBuilder html = new StringBuilder(table.before(face));
    table.rows().forEach(row -> html.append(row.html(face)));
    return html + table.after(face);
  }

  private static Document page(Table table) {
    return Jsoup.parse(html(table, Face.PAGE));
  }

  private static String row(Document page, String service) {
    return page.select("tr[data-row=" + service + "]").text();
  }

  @Test
  void aServiceIsOneRowWithItsLinksAndHowCompleteItIs() {
    Document page = page(table());
    assertThat(page.select("thead th:not([hidden])").eachText())
        .containsExactly("Service", "Owner", "On call", "Runbook", "Release notes", "Complete");
    assertThat(page.select("tr[data-row=payments] a").eachAttr("href"))
        .contains("https://chat.example.com/p", "https://example.com/notes");
    assertThat(page.select("tr[data-row=payments] a").eachText())
        .contains("#payments-oncall", "v2.8.1");
    assertThat(row(page, "payments")).contains("Team Orange").endsWith("100 %");
    assertThat(page.select("tr[data-row=payments] [title='From annotation a8r.io/owner']").text())
        .isEqualTo("Team Orange");
    assertThat(row(page, "ledger")).contains("missing").endsWith("25 %");
    assertThat(page.select("tr[data-row=ledger] .aoa-ring").attr("title"))
        .isEqualTo("Missing: Owner, On call, Release notes");
  }

  @Test
  void aPageOfThisConfluenceIsShownByItsTitle() {
    directory.page(new PageAddress.ByTitle("DEMO", "Payments runbook"), "Runbook of today", VIEWER);
    directory.page(new PageAddress.ByTitle("OPS", "Ledger"), "Ledger", VIEWER);
    directory.readable.put("payments-oncall", false);
    Document page = page(table());
    assertThat(page.select("tr[data-row=payments] a").eachText()).contains("Runbook of today");
    assertThat(row(page, "payments")).contains("on-call cannot read it");
    assertThat(row(page, "ledger")).contains("Ledger").doesNotContain("on-call");
  }

  @Test
  void thePageThatSomebodyMayNotSeeLooksLikeNone() {
    Viewer other = TestViewers.person(true, Set.of("X"), Set.of());
    directory.page(new PageAddress.ByTitle("DEMO", "Payments runbook"), "Secret title", VIEWER);
    Answer.Shown theirs = answer(other);
    String html = html((Table) theirs.content().get().body(), Face.PAGE);
    assertThat(html).doesNotContain("Secret title").contains("page not found, or not visible");
    assertThat(theirs.scope()).isNotEqualTo(answer(VIEWER).scope());
  }

  @Test
  void nothingIsDrawnAnewWhileNothingChanges() {
    assertThat(answer(VIEWER).facts()).isEqualTo(answer(VIEWER).facts());
    Object before = answer(VIEWER).facts();
    scene.change(service("ledger").annotation("a8r.io/owner", "Team Blue"));
    assertThat(answer(VIEWER).facts()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "x|javascript:alert(1)",
        "'\"><svg/onload=alert(1)>",
        "https://example.com/\"onmouseover=\"alert(1)",
        "<b>\u202eRTL 🟠</b>"
      })
  void noFieldBringsMarkupOrScript(String evil) {
    Apps hostile = app("bad").label("app.kubernetes.io/name", evil);
    for (Field field : MetadataRules.DEFAULT.fields()) {
      MetadataKey key = field.keys().get(0);
      hostile.annotation(key.name(), evil);
    }
    Apps other = app("worse").label("app.kubernetes.io/name", evil).annotation("a8r.io/owner", "x");
    scene = Scene.of(app("root").lists("bad", "worse"), hostile, other);
    for (Face face : Face.values()) {
      Document page = Jsoup.parse(html(table(), face));
      assertThat(page.select("script, img, b:not(.aoa-name), svg[onload]")).isEmpty();
      assertThat(page.select("[onmouseover], [onerror], [onload]")).isEmpty();
      assertThat(page.select("a[href~=(?i)^\\s*javascript]")).isEmpty();
    }
    assertThat(html(table(), Face.PAGE)).doesNotContain("<script").doesNotContain("<b>\u202e");
  }

  @Test
  void malformedValuesAreToldWithoutHarm() {
    scene =
        Scene.of(
            app("root").lists("a", "b", "c"),
            service("a").annotation("a8r.io/runbook", "/relative/runbook"),
            service("b").annotation("a8r.io/runbook", "a".repeat(10_000)),
            service("c").annotation("a8r.io/runbook", "OTHER:Page of another space"));
    Document page = page(table());
    assertThat(row(page, "a")).contains("/relative/runbook not a web address");
    assertThat(row(page, "b")).contains("a… not a web address");
    assertThat(row(page, "b").length()).isLessThan(500);
    assertThat(row(page, "c")).contains("OTHER:Page of another space page not found");
  }

  @Test
  void addressesOfPeopleAreWrittenTo() {
    scene =
        Scene.of(
            app("root").lists("a", "b"),
            service("a").annotation("a8r.io/owner", "team@example.com"),
            service("b").annotation("a8r.io/owner", "mailto:x@example.com?body=<b>"));
    Document page = page(table());
    assertThat(page.select("tr[data-row=a] a").attr("href")).isEqualTo("mailto:team@example.com");
    assertThat(page.select("tr[data-row=b] a")).isEmpty();
  }

  @Test
  void conflictsBetweenApplicationsAreShown() {
    scene =
        Scene.of(
            app("root").lists("pay-dev", "pay-prod"),
            app("pay-dev")
                .label("app.kubernetes.io/name", "pay")
                .annotation("a8r.io/owner", "Team Blue"),
            app("pay-prod")
                .label("app.kubernetes.io/name", "pay")
                .annotation("a8r.io/owner", "Team Orange"));
    assertThat(row(page(table()), "pay")).contains("Team Blue pay-prod: Team Orange");
    assertThat(Csv.of(table())).contains("Team Blue | Team Orange (pay-prod)");
  }

  @Test
  void columnsAreThoseChosenInTheirOrder() {
    Document page = page(table("columns", "runbook, description,owner"));
    assertThat(page.select("thead th:not([hidden])").eachText())
        .containsExactly("Service", "Runbook", "Description", "Owner");
    BadParameter bad =
        catchThrowableOfType(
            BadParameter.class, () -> block().answer(question(VIEWER, "columns", "colour")));
    assertThat(bad.parameter()).isEqualTo("columns");
  }

  @Test
  void environmentsAndLabelsChooseApplications() {
    scene =
        Scene.of(
            app("root").lists("a", "b", "c"),
            service("a").label("env", "dev").label("tier", "gold"),
            service("b").label("env", "prod").label("tier", "gold"),
            service("c").label("env", "prod"));
    assertThat(table("environment", "PROD").rows()).extracting("id").containsExactly("b", "c");
    assertThat(table("label", "tier=gold").rows()).extracting("id").containsExactly("a", "b");
    assertThat(table("label", "tier", "environment", "prod").rows())
        .extracting("id")
        .containsExactly("b");
    assertThat(table("label", "tier=silver").rows()).isEmpty();
  }

  @Test
  void whatTheRolesOfTheViewerHideLeavesNoTrace() {
    scene =
        Scene.of(
            app("root").project("platform").annotation("a8r.io/owner", "Covert").lists("a", "b"),
            service("a").project("shop"),
            service("b")
                .project("hidden")
                .label("app.kubernetes.io/name", "a")
                .annotation("a8r.io/runbook", "https://example.com/covert"));
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                "p, role:s, applications, get, shop/*, allow\ng, devs, role:s",
                "",
                "",
                "")));
    scene.configuration.set(
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition(
                    "root",
                    "Set",
                    "default",
                    "argocd",
                    "root",
                    SetDefinition.Viewers.PROJECT_ROLE,
                    List.of()))));
    Table table = table();
    assertThat(html(table, Face.PAGE) + html(table, Face.EXPORT) + Csv.of(table))
        .contains("data-row=\"a\"")
        .doesNotContainIgnoringCase("covert")
        .doesNotContain(">b<");
  }

  @Test
  void fieldsOfTheAdministratorAreColumnsUnderTheirTitles() {
    scene.configuration.set(
        Configuration.EMPTY.withMetadata(
            new MetadataRules(
                List.of(
                    new Field(
                        "tier",
                        "Tier & class",
                        Field.Kind.TEXT,
                        false,
                        true,
                        List.of(
                            MetadataKey.parse("label:app.kubernetes.io/name").orElseThrow()))))));
    Document page = page(table());
    assertThat(page.select("thead th:not([hidden])").eachText())
        .containsExactly("Service", "Tier & class", "Complete");
    assertThat(page.select("tr[data-row=ledger] :is(th, td):not([hidden])").eachText())
        .containsExactly("ledger", "ledger", "100 %");
  }

  @Test
  void servicesAreChosenByWhatPagesSayThatTheViewerMaySee() {
    Viewer other = TestViewers.person(true, Set.of(), Set.of("ops"));
    bound.put(
        new ApplicationKey("default", "argocd", "payments"),
        new BoundPage(1, "PAY", List.of(new BoundPage.Property("Tier", List.of("gold")))));
    directory.page(new PageAddress.ById(1), "Payments", VIEWER);
    assertThat(services(answer(VIEWER, "property", "tier=gold"))).containsExactly("payments");
    assertThat(services(answer(VIEWER, "space", "PAY"))).containsExactly("payments");
    assertThat(services(answer(VIEWER, "space", "PAY", "property", "tier=silver"))).isEmpty();
    assertThat(services(answer(other, "property", "tier=gold"))).isEmpty();
    assertThat(answer(other, "property", "tier=gold").scope())
        .isNotEqualTo(answer(VIEWER, "property", "tier=gold").scope());
    assertThat(services(answer(other))).containsExactly("ledger", "payments");
  }

  private static List<String> services(Answer.Shown answer) {
    return ((Table) answer.content().get().body())
        .rows().stream().map(line -> line.cells().get(0).text()).toList();
  }

  @Test
  void jsonSaysWhatTheTableShows() throws BadParameter {
    directory.page(new PageAddress.ByTitle("DEMO", "Payments runbook"), "Runbook", VIEWER);
    OwnersReport report = ((Owners.Asked.Report) owners().ask(question(VIEWER))).report();
    Map<String, Object> json = new OwnersJson(report).json();
    assertThat(json.get("completeness")).isEqualTo(Map.of("said", 5, "of", 8, "percent", 62));
    assertThat(json.toString())
        .contains("service=payments")
        .contains("page={found=true, title=Runbook")
        .contains("page={found=false}")
        .contains("missing=[owner, on-call, release-notes]");
  }
}
