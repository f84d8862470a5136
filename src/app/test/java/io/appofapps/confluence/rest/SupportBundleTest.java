package io.appofapps.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.ApplicationProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.capture.rows.CapturePartRow;
import io.appofapps.confluence.capture.rows.CaptureRow;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.configuration.rows.FileRow;
import io.appofapps.confluence.configuration.rows.VersionRow;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.rows.DocFindingRow;
import io.appofapps.confluence.docs.rows.DocPageRow;
import io.appofapps.confluence.docs.rows.DocReviewRow;
import io.appofapps.confluence.docs.rows.DocRunRow;
import io.appofapps.confluence.git.RepositoryCommits;
import io.appofapps.confluence.metrics.Meters;
import io.appofapps.confluence.metrics.Scrapes;
import io.appofapps.confluence.metrics.StateFigures;
import io.appofapps.confluence.metrics.WorkFigures;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.rows.PromotionAttemptRow;
import io.appofapps.confluence.promotion.rows.PromotionChain;
import io.appofapps.confluence.promotion.rows.PromotionFreezeRow;
import io.appofapps.confluence.promotion.rows.PromotionLeaseRow;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.PromotionLogRow;
import io.appofapps.confluence.promotion.rows.PromotionMarkRow;
import io.appofapps.confluence.promotion.rows.PromotionRow;
import io.appofapps.confluence.secret.SecretRow;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.state.rows.NodeHealth;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.confluence.support.RowCounts;
import io.appofapps.confluence.support.Surroundings;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bundle of a node with a stored token and real rows. */
class SupportBundleTest {

  private static final String PLANTED = "planted-password-4711";

  private final Office office = Office.withConnection();
  private final TestActiveObjects ao = TestActiveObjects.h2();

  @BeforeEach
  void migrate() {
    ao.migrate(VersionRow.class, FileRow.class, SecretRow.class);
    ao.migrate(DocPageRow.class, DocFindingRow.class, DocReviewRow.class, DocRunRow.class);
    ao.migrate(CaptureRow.class, CapturePartRow.class);
    ao.migrate(PromotionRow.class, PromotionLogRow.class, PromotionMarkRow.class);
    ao.migrate(PromotionLeaseRow.class, PromotionFreezeRow.class, PromotionAttemptRow.class);
  }

  @AfterEach
  void close() {
    ao.close();
  }

  private SupportBundleResource resource(Caller caller) {
    ThisNode node =
        new ThisNode() {
          @Override
          public String node() {
            return "node-1";
          }

          @Override
          public String start() {
            return "1";
          }
        };
    RowCache rows = new RowCache(ao, office.scene.store, node);
    NodeHealth health = new NodeHealth(ao, office.scene.store, rows, node);
    Reconciler reconciler = new Reconciler(ao, office.scene.store, office.store, null, null);
    reconciler.ask(true, "ada");
    PromotionLedger ledger = new PromotionLedger(ao, row -> {});
    ledger.begin(Promotions.request("dora", "key-1"), List.of());
    Scrapes scrapes =
        new Scrapes(
            new Meters(),
            new StateFigures(health, rows, office.scene.store),
            new WorkFigures(
                reconciler,
                ledger,
                new Connections(office.store, office.secrets, caller.rules, office.scene.store),
                new RepositoryCommits(office.store, office.secrets, office.scene.store)));
    ApplicationProperties host = host();
    return new SupportBundleResource(
        caller.guard(),
        new SupportBundle(
            new Surroundings(host),
            office.store,
            new HealthAnswer(health, rows, office.scene.store, office.store),
            new ApiCompatibility(host),
            scrapes,
            new RowCounts(ao),
            reconciler,
            ledger,
            new ChainVerification(new PromotionChain(ao, row -> {}))));
  }

  private static ApplicationProperties host() {
    return (ApplicationProperties)
        Proxy.newProxyInstance(
            SupportBundleTest.class.getClassLoader(),
            new Class<?>[] {ApplicationProperties.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getVersion" -> "10.2.15";
                  default -> throw new AssertionError(method);
                });
  }

  private static Map<String, String> unpacked(Response answer) throws IOException {
    assertThat(answer.getStatus()).as(String.valueOf(answer.getEntity())).isEqualTo(200);
    return unpacked((StreamingOutput) answer.getEntity());
  }

  private static Map<String, String> unpacked(StreamingOutput stream) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream.write(out);
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private Map<String, String> download() throws IOException {
    return unpacked(resource(office.caller).download(office.caller.request()));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void everyPartIsAFileOfItsOwn() throws IOException {
    Response answer = resource(office.caller).download(office.caller.request());
    assertThat(answer.getMediaType()).hasToString("application/zip");
    assertThat(answer.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"app-of-apps-support.zip\"");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");

    Map<String, String> files = unpacked(answer);
    assertThat(files.keySet())
        .containsExactly(
            "versions.json",
            "configuration.yaml",
            "health.json",
            "compatibility.json",
            "metrics.txt",
            "tables.json",
            "documentation-runs.json",
            "promotions.json",
            "promotion-log.json");
    assertThat(json(files.get("versions.json")).path("confluence").asText()).isEqualTo("10.2.15");
    assertThat(json(files.get("versions.json")).path("java").asText())
        .isEqualTo(Runtime.version().toString());
    assertThat(files.get("configuration.yaml")).contains("Name of default", "default.token");
    assertThat(json(files.get("health.json")).at("/nodes/0/node").asText()).isEqualTo("node-1");
    assertThat(json(files.get("compatibility.json")).path("checked").asInt()).isPositive();
    assertThat(files.get("metrics.txt")).contains("aoa_connection_objects", "aoa_promotions");
    assertThat(json(files.get("documentation-runs.json")).at("/lastRuns/0/starter").asText())
        .isEqualTo("ada");
    assertThat(json(files.get("promotions.json")).path("requested").asInt()).isEqualTo(1);
    assertThat(json(files.get("promotion-log.json")).path("valid").asBoolean()).isTrue();
    assertThat(json(files.get("promotion-log.json")).at("/head/sequence").asLong()).isEqualTo(1);
  }

  @Test
  void everyTableOfTheAppIsCounted() throws IOException {
    JsonNode counted = json(download().get("tables.json"));
    TreeSet<String> names = new TreeSet<>();
    counted.fieldNames().forEachRemaining(names::add);
    TreeSet<String> declared = new TreeSet<>();
    Pattern.compile("<entity>[\\w.]*\\.(\\w+)</entity>")
        .matcher(Files.readString(Path.of("../../atlassian-plugin.xml")))
        .results()
        .map(found -> found.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
        .map(name -> name.toUpperCase(Locale.ROOT))
        .forEach(declared::add);
    assertThat(names).isEqualTo(declared).hasSizeGreaterThan(10);
    assertThat(counted.path("PROMOTION_LOG_ROW").asInt()).isEqualTo(1);
    assertThat(counted.path("CAPTURE_ROW").asInt()).isZero();
  }

  @Test
  void noFileHasASecret() throws IOException {
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
    office.scene.store.configure(List.of("default"));
    office.scene.store.connection(
        "default",
        Phase.UNREACHABLE,
        "No answer from https://ada:" + PLANTED + "@proxy.example.com/?key=" + PLANTED,
        Optional.empty());
    Map<String, String> files = download();
    assertThat(files.get("health.json"))
        .contains("No answer from https://***@proxy.example.com/?key=***");
    files.forEach(
        (name, text) -> assertThat(text).as(name).doesNotContain(PLANTED, Office.TOKEN, "ada:"));
  }

  @Test
  void aPartThatFailsSaysOfWhichKindAndTheOthersCome() throws IOException {
    SupportBundleResource resource = resource(office.caller);
    ao.away.set(true);
    Map<String, String> files = unpacked(resource.download(office.caller.request()));
    assertThat(files)
        .containsKeys("versions.json", "configuration.yaml", "health.json", "metrics.txt")
        .containsKeys("tables.json.failed.txt", "promotion-log.json.failed.txt")
        .doesNotContainKeys("tables.json", "promotion-log.json");
    assertThat(files).hasSize(9);
  }

  @Test
  void aFailureIsToldWithoutItsMessage() throws IOException {
    Map<String, Supplier<String>> files = new LinkedHashMap<>();
    files.put(
        "one.json",
        () -> {
          throw new IllegalStateException(PLANTED, new IOException(PLANTED));
        });
    // this Confluence has not what the part uses
    files.put(
        "two.json",
        () -> {
          throw new NoSuchMethodError(PLANTED);
        });
    assertThat(unpacked(new BundleStream(files)))
        .containsExactly(
            Map.entry(
                "one.json.failed.txt", "java.lang.IllegalStateException\njava.io.IOException\n"),
            Map.entry("two.json.failed.txt", "java.lang.NoSuchMethodError\n"));
  }

  @Test
  void onlySystemAdministratorsGetIt() {
    for (Caller other :
        List.of(
            Caller.inSession().anonymous().confirmed(),
            Caller.inSession(),
            Caller.administrator().notSystemAdmin(),
            Caller.withToken().notSystemAdmin())) {
      Response answer = resource(other).download(other.request());
      assertThat(answer.getStatus()).isIn(401, 403);
      assertThat(answer.getMediaType()).hasToString("application/problem+json");
    }
    Caller token = Caller.withToken();
    assertThat(resource(token).download(token.request()).getStatus()).isEqualTo(200);
  }
}
