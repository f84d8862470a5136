package io.appofapps.confluence.view.environments;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.body.Csv;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.pages.ServicePages;
import io.appofapps.confluence.view.pages.TestDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EnvironmentsBlockTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&\u202e\ud83d\ude80";

  private static Apps in(String environment, String service, String image) {
    return app(environment + "-" + service)
        .trackedBy("root")
        .label("environment", environment)
        .label("app.kubernetes.io/name", service)
        .images(image);
  }

  private static Scene scene() {
    return Scene.of(
        app("root").lists("dev-payments", "prod-payments", "prod-ledger"),
        in("dev", "payments", "payments:v2.9.0").label("tier", "1"),
        in("prod", "payments", "payments:v2.8.1").health(HealthStatus.DEGRADED),
        in("prod", "ledger", "ledger:v1.0.7"));
  }

  private final Map<ApplicationKey, BoundPage> bound = new HashMap<>();
  private final TestDirectory pages = new TestDirectory();
  private Commits commits = Commits.UNKNOWN;

  private Answer answer(Scene scene, String... parameters) throws BadParameter {
    EnvironmentsBlock block =
        new EnvironmentsBlock(
            scene.pages,
            new Matrices(scene.configuration, commits, new ServicePages(() -> bound, pages)),
            new ArgoCdLinks(scene.configuration),
            scene.texts);
    Map<String, String> given = new HashMap<>(Map.of("set", "root"));
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    return block.answer(
        new Question(
            TestViewers.licensed().current().orElseThrow(),
            new Place.Api(),
            Parameters.of(block, given),
            Face.PAGE));
  }

  private Content content(Scene scene, String... parameters) throws BadParameter {
    return ((Answer.Shown) answer(scene, parameters)).content().get();
  }

  private static Document html(Content content) {
    Table table = (Table) content.body();
    return Jsoup.parse(
        table.before(Face.PAGE)
            + table.rows().stream().map(row -> row.html(Face.PAGE)).collect(Collectors.joining())
            + table.after(Face.PAGE));
  }

  @Test
  void aServiceIsARowAndAnEnvironmentAColumn() throws Exception {
    Content content = content(scene());
    Document html = html(content);
    assertThat(html.select("thead th").eachText()).containsExactly("Service", "dev", "prod");
    assertThat(html.select("tbody th").eachText()).containsExactly("ledger", "payments");
    assertThat(html.select("tbody tr").first().text())
        .isEqualTo("ledger –not deployed v1.0.7 Healthy");
    assertThat(html.select("tbody tr").last().text())
        .isEqualTo("payments v2.9.0 Healthy v2.8.1 Degraded newer in dev: v2.9.0");
    assertThat(content.summary().export()).isEqualTo("2 services");
  }

  @Test
  void rowsAndColumnsCanBeChosen() throws Exception {
    assertThat(html(content(scene(), "services", "Ledger")).select("tbody th").eachText())
        .containsExactly("ledger");
    assertThat(html(content(scene(), "label", "tier=1")).select("tbody th").eachText())
        .containsExactly("payments");
    assertThat(html(content(scene(), "label", "tier=2")).select("tbody tr")).isEmpty();
    assertThat(
            html(content(scene(), "environments", "prod, staging, dev"))
                .select("thead th")
                .eachText())
        .containsExactly("Service", "prod", "staging", "dev");
  }

  @Test
  void rowsAreChosenByWhatPagesSayThatTheViewerMaySee() throws Exception {
    Viewer viewer = TestViewers.licensed().current().orElseThrow();
    assertThat(content(scene(), "property", "Tier=gold").notices()).hasSize(1);
    page("prod-payments", 1, "gold");
    page("prod-ledger", 2, "gold");
    pages.page(new PageAddress.ById(1), "Payments", viewer);
    Content content = content(scene(), "property", "Tier=gold", "space", "PAY");
    assertThat(html(content).select("tbody th").eachText()).containsExactly("payments");
    assertThat(html(content).select("tbody td")).hasSize(2);
    assertThat(content.summary().export()).isEqualTo("1 service");
    assertThat(content.notices()).isEmpty();
    assertThat(html(content(scene(), "space", "OPS")).select("tbody tr")).isEmpty();
    assertThat(html(content(scene())).select("tbody th")).hasSize(2);
  }

  private void page(String application, long id, String tier) {
    bound.put(
        new ApplicationKey("default", "argocd", application),
        new BoundPage(id, "PAY", List.of(new BoundPage.Property("Tier", List.of(tier)))));
  }

  @Test
  void aCellNamesThreeStoriesAndPaperAndCsvAllOfThem() throws Exception {
    List<String> stories = List.of("PAY-1", "PAY-2", "PAY-3", "PAY-4", "PAY-5");
    commits = (repository, older, newer) -> Optional.of(new Commits.Between(9, stories));
    Scene scene =
        Scene.of(
            app("root").lists("staging-payments", "prod-payments"),
            in("staging", "payments", "")
                .images()
                .source("apps/a", "", "main")
                .revisions("a".repeat(40)),
            in("prod", "payments", "")
                .images()
                .source("apps/b", "", "main")
                .revisions("b".repeat(40)));
    Content content = content(scene);
    assertThat(html(content).select("tbody tr").text())
        .contains("9 ahead in staging · PAY-1, PAY-2, PAY-3 and 2 more");
    assertThat(html(content).select("[title='PAY-1, PAY-2, PAY-3, PAY-4, PAY-5']")).hasSize(1);
    Table table = (Table) content.body();
    assertThat(table.rows().get(0).html(Face.EXPORT)).contains("PAY-1, PAY-2, PAY-3, PAY-4, PAY-5");
    assertThat(Csv.of(content.table().orElseThrow())).contains("PAY-1 PAY-2 PAY-3 PAY-4 PAY-5");
  }

  @Test
  void csvHasARowForEveryApplication() throws Exception {
    String csv = Csv.of(content(scene()).table().orElseThrow());
    assertThat(csv.lines().findFirst().orElseThrow())
        .isEqualTo(
            "service,environment,application,version,revision,health,sync,since,compared_with,"
                + "relation,version_there,commits,stories");
    assertThat(csv)
        .contains(
            "payments,prod,default/argocd/prod-payments,v2.8.1,,Degraded,Synced,,dev,newer,v2.9.0");
  }

  @Test
  void whateverTheClusterSaysIsTextOnly() throws Exception {
    Scene scene =
        Scene.of(
            app("root").lists("a"),
            app("a")
                .trackedBy("root")
                .label("environment", HOSTILE)
                .label("app.kubernetes.io/name", HOSTILE)
                .images("payments:" + HOSTILE));
    Document html = html(content(scene));
    assertThat(html.select("img, script")).isEmpty();
    assertThat(html.select("tbody th").text()).isEqualTo(HOSTILE.replace("\u202e", ""));
  }

  @Test
  void aSetThatIsNotThereIsSaid() throws Exception {
    assertThat(answer(scene(), "set", "nowhere")).isInstanceOf(Answer.Away.class);
  }

  @Test
  void theMatrixIsComputedOncePerState() throws Exception {
    Scene scene = scene();
    Object first = ((Answer.Shown) answer(scene)).facts();
    assertThat(((Answer.Shown) answer(scene, "services", "ledger")).facts()).isSameAs(first);
  }
}
