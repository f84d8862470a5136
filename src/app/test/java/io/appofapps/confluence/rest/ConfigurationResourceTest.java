package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole document, and its parts that are no connections. */
class ConfigurationResourceTest {

  private final Office office = Office.withConnection();
  private final Caller caller = office.caller;

  private Response apply(String yaml, boolean dryRun) {
    return office.configuration.apply(caller.request(), dryRun, body(yaml));
  }

  private String export() {
    return office.configuration.export(caller.request()).getEntity().toString();
  }

  private static List<String> changes(Response answer) {
    assertThat(answer.getStatus()).as("%s", answer.getEntity()).isEqualTo(200);
    List<String> changes = new ArrayList<>();
    json(answer).get("changes").forEach(each -> changes.add(each.asText()));
    return changes;
  }

  @Test
  void theExportNamesSecretsAndCanBeAppliedAgain() {
    Response answer = office.configuration.export(caller.request());
    assertThat(answer.getMediaType().toString()).startsWith("application/yaml");
    assertThat(answer.getEntityTag().getValue()).isEqualTo("1");
    assertThat(export()).contains("default.token").doesNotContain(Office.TOKEN);
    assertThat(changes(apply(export(), true))).isEmpty();
    assertThat(changes(apply(export(), false))).isEmpty();
    assertThat(office.store.latest().version()).isEqualTo(1);
    assertThat(office.deeds).isEmpty();
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndChangesNothing() {
    String next =
        export()
            .replace("Name of default", "Production")
            .replace("discoverSets: true", "discoverSets: false")
            .replace("- prod", "- production");
    List<String> sentences = changes(apply(next, true));
    assertThat(sentences)
        .containsExactly(
            "connections[default].name changes from “Name of default” to “Production”",
            "environments.order changes",
            "discoverSets changes from “true” to “false”");
    assertThat(office.store.latest().version()).isEqualTo(1);
    assertThat(changes(apply(next, false))).isEqualTo(sentences);
    assertThat(office.store.latest().version()).isEqualTo(2);
    assertThat(office.deeds)
        .containsExactly(
            new Deed(
                Deed.Kind.CONFIGURATION_APPLIED,
                "",
                List.of("connections[default].name", "environments.order", "discoverSets"),
                1,
                2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDocumentSendsNoStoredSecretElsewhere(boolean dryRun) {
    Response refused =
        apply(export().replace("https://127.0.0.1:1", "https://evil.example:1"), dryRun);
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(json(refused).get("errors").toString())
        .contains("connections[0].signIn.token", "Enter it again")
        .doesNotContain(Office.TOKEN);
    assertThat(office.store.latest().version()).isEqualTo(1);
  }

  @Test
  void aDocumentMayBringSecretsWhichAreStoredAndNotShown() {
    String yaml =
        """
        version: 1
        connections:
        - id: new
          name: New
          server: https://127.0.0.1:3
          signIn: {kind: token, token: {value: brought-along}}
        """;
    assertThat(changes(apply(yaml, true)))
        .containsExactly(
            "connections[default] is removed",
            "connections[new] is added",
            "the secret new.token is stored anew");
    assertThat(office.secrets.names()).containsExactly("default.token");
    apply(yaml, false);
    assertThat(office.secret("new.token")).isEqualTo("brought-along");
    assertThat(office.secrets.names()).containsExactly("new.token");
    assertThat(export()).doesNotContain("brought-along");
    assertThat(changes(apply(yaml, false))).isEmpty();
  }

  @Test
  void anotherOrderIsAChange() {
    office.add(Office.connection("other", "{\"value\":\"x\"}"));
    JsonNode all = json(office.connections.list(caller.request()));
    assertThat(all.get("connections").get(1).get("id").asText()).isEqualTo("other");
    String yaml = "version: 1\nconnections:\n%s\n%s";
    String first =
        "- {id: %s, name: Name of %s, server: 'https://127.0.0.1:1', namespaces: [argocd],"
            + " signIn: {kind: token, token: {secret: %s.token}}}";
    String reordered =
        yaml.formatted(
            first.formatted("other", "other", "other"),
            first.formatted("default", "default", "default"));
    assertThat(changes(apply(reordered, true))).containsExactly("connections gets another order");
  }

  @Test
  void whatIsNoDocumentIsRefusedWithoutRepeatingIt() {
    for (String text :
        List.of("a: [" + Office.TOKEN, "", "version: 2", "version: 1\n" + Office.TOKEN + ": 1")) {
      Response answer = apply(text, false);
      assertThat(answer.getStatus()).as(text).isEqualTo(400);
      assertThat(json(answer).get("errors")).as(text).isNotEmpty();
    }
    assertThat(office.store.latest().version()).isEqualTo(1);
  }

  @Test
  void whoHasSeenAnotherVersionIsRefused() {
    Caller late = Caller.administrator().header("If-Match", "\"0\"");
    assertThat(office.configuration.apply(late.request(), false, body("version: 1")).getStatus())
        .isEqualTo(409);
  }

  @Test
  void setsAreAddedChangedAndDeleted() {
    Response added = office.sets.add(caller.request(), body(Office.set("shop", "default")));
    assertThat(added.getStatus()).isEqualTo(201);
    ObjectNode set = (ObjectNode) json(added);
    assertThat(set.get("version").asLong()).isEqualTo(2);
    set.put("viewers", "projectRole");
    Response changed = office.sets.change(caller.request(), "shop", body(set.toString()));
    assertThat(changed.getStatus()).isEqualTo(200);
    JsonNode list = json(office.sets.list(caller.request()));
    assertThat(list.get("sets").get(0).get("viewers").asText()).isEqualTo("projectRole");
    assertThat(list.get("version").asLong()).isEqualTo(3);
    assertThat(json(office.sets.one(caller.request(), "shop")).get("title").asText())
        .isEqualTo("Shop");
    assertThat(office.connections.manifest(caller.request(), "default").getEntity().toString())
        .contains("argocd-rbac-cm");
    assertThat(office.sets.delete(caller.request(), "shop").getStatus()).isEqualTo(204);
    assertThat(office.sets.delete(caller.request(), "shop").getStatus()).isEqualTo(404);
    assertThat(office.deeds.stream().map(Deed::kind))
        .containsExactly(Deed.Kind.SET_ADDED, Deed.Kind.SET_CHANGED, Deed.Kind.SET_DELETED);
  }

  @Test
  void whatIsWrongWithASetIsToldByItsOwnFields() {
    office.sets.add(caller.request(), body(Office.set("shop", "default")));
    Response taken = office.sets.add(caller.request(), body(Office.set("shop", "default")));
    assertThat(taken.getStatus()).isEqualTo(400);
    assertThat(json(taken).get("errors").get(0).get("field").asText()).isEqualTo("key");
    Response lost = office.sets.add(caller.request(), body(Office.set("other", "gone")));
    assertThat(lost.getStatus()).isEqualTo(400);
    assertThat(json(lost).get("errors").get(0).get("field").asText()).isEqualTo("connection");
    assertThat(
            office
                .sets
                .change(caller.request(), "gone", body(Office.set("gone", "default")))
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void rootsOfTheClustersAreOffered() {
    JsonNode roots = json(office.sets.one(caller.request(), "discovered")).get("sets");
    assertThat(roots).hasSize(1);
    assertThat(roots.get(0).toString())
        .isEqualTo(
            "{\"key\":\"root\",\"title\":\"root\",\"connection\":\"default\","
                + "\"namespace\":\"argocd\",\"name\":\"root\",\"applications\":2}");
  }

  @Test
  void rulesAreReadAndReplaced() {
    ObjectNode rules = (ObjectNode) json(office.rules.read(caller.request()));
    assertThat(rules.get("environments").get("order")).hasSize(4);
    assertThat(rules.get("services").get("conventions").asBoolean()).isTrue();
    rules
        .withObject("/environments")
        .withArray("rules")
        .addObject()
        .put("kind", "label")
        .put("key", "stage")
        .put("pattern", "")
        .put("value", "");
    Response changed = office.rules.change(caller.request(), body(rules.toString()));
    assertThat(changed.getStatus()).as("%s", changed.getEntity()).isEqualTo(200);
    assertThat(office.store.current().environments().rules()).hasSize(1);
    assertThat(office.deeds.get(0).fields()).containsExactly("environments.rules");
    Response wrong =
        office.rules.change(
            caller.request(),
            body("{\"environments\":{\"rules\":[{\"kind\":\"label\",\"key\":\"\"}]}}"));
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).get("errors").get(0).get("field").asText())
        .startsWith("environments.rules[0]");
  }

  @Test
  void aNewKeyIsToldToTheAudit() {
    JsonNode answer = json(office.vault.rotate(caller.request()));
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("unreadable").asInt()).isZero();
    assertThat(office.deeds).containsExactly(new Deed(Deed.Kind.KEY_ROTATED, "", List.of(), 1, 1));
  }

  @Test
  void settingsAreReadAndChanged() {
    ObjectNode settings = (ObjectNode) json(office.settings.read(caller.request()));
    assertThat(settings.toString()).isEqualTo("{\"discoverSets\":true}");
    settings.put("discoverSets", false).put("version", 1);
    Response changed = office.settings.change(caller.request(), body(settings.toString()));
    assertThat(changed.getEntity()).isEqualTo("{\"discoverSets\":false}");
    assertThat(office.settings.change(caller.request(), body(settings.toString())).getStatus())
        .isEqualTo(409);
    for (String wrong :
        List.of("{}", "{\"discoverSets\":\"yes\"}", "{\"discoverSets\":true,\"a\":1}")) {
      assertThat(office.settings.change(caller.request(), body(wrong)).getStatus()).isEqualTo(400);
    }
  }

  @Test
  void theRulesOnDriftAreReadAndChanged() {
    ObjectNode rules = (ObjectNode) json(office.drift.read(caller.request()));
    assertThat(rules.toString())
        .isEqualTo(
            "{\"graceMinutes\":5,\"slowMinutes\":30,\"staleMinutes\":15,\"limitMinutes\":1440,"
                + "\"off\":[],\"version\":1}");
    rules.put("graceMinutes", 9).putArray("off").add("health");
    assertThat(json(office.drift.change(caller.request(), body(rules.toString()))).toString())
        .contains("\"graceMinutes\":9", "\"off\":[\"health\"]");
    assertThat(office.drift.change(caller.request(), body(rules.toString())).getStatus())
        .isEqualTo(409);
    for (String wrong : List.of("{\"graceMinutes\":-1}", "{\"off\":[\"all\"]}", "{\"a\":1}")) {
      assertThat(office.drift.change(caller.request(), body(wrong)).getStatus()).isEqualTo(400);
    }
  }
}
