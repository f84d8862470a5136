package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.cluster.ConnectionExpiry;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsResourceTest {

  private final Office office = Office.withConnection();
  private final Caller caller = office.caller;
  private final ConnectionsResource resource = office.connections;

  @Test
  void testsAStoredConnectionAndNamesTheLayerThatFails() {
    JsonNode result = json(resource.test(caller.request(), "default"));
    assertThat(result.get("ok").asBoolean()).isFalse();
    assertThat(result.get("layer").asText()).isEqualTo("tcp");
    assertThat(result.get("message").asText()).isNotEmpty();
    assertThat(result.get("remedy").asText()).isNotEmpty();
    assertThat(result.toString()).doesNotContain(Office.TOKEN);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (Response answer :
        List.of(
            resource.test(caller.request(), "gone"),
            resource.consequences(caller.request(), "gone"),
            resource.manifest(caller.request(), "gone"))) {
      assertThat(answer.getStatus()).isEqualTo(404);
      assertThat(json(answer).get("detail").asText()).contains("gone");
    }
  }

  @Test
  void namesWhatADeletionTakesAway() {
    JsonNode answer = json(resource.consequences(caller.request(), "default"));
    assertThat(answer.get("applications").asInt()).isEqualTo(2);
    assertThat(answer.get("rows").asInt()).isEqualTo(2);
    assertThat(answer.get("discoveredSets").toString()).isEqualTo("[\"root\"]");
    assertThat(answer.get("secrets").toString()).isEqualTo("[\"default.token\"]");
    assertThat(answer.get("consequences").toString())
        .contains("2 Applications are shown no more", "root", "default.token")
        .doesNotContain(Office.TOKEN);
  }

  @Test
  void theManifestGrantsWhatTheConnectionReads() {
    Response answer = resource.manifest(caller.request(), "default");
    assertThat(answer.getMediaType().toString()).startsWith("application/yaml");
    assertThat(answer.getEntity().toString())
        .contains("kind: ServiceAccount", "kind: Role\n", "namespace: argocd")
        .doesNotContain("kind: ClusterRole\n");
    assertThat(
            new ManifestResource(caller.guard()).manifest(caller.request()).getEntity().toString())
        .contains("kind: ClusterRole\n");
  }

  @Test
  void offersTheContextsOfAKubeconfigAndRepeatsNoSecret() {
    String kubeconfig =
        """
        current-context: a
        clusters: [{name: c, cluster: {server: 'https://api.example.com'}}]
        users:
        - {name: u, user: {token: %s}}
        - {name: p, user: {exec: {command: get-token, apiVersion: client.authentication.k8s.io/v1}}}
        contexts:
        - {name: a, context: {cluster: c, user: u, namespace: argocd}}
        - {name: b, context: {cluster: c, user: p}}
        """
            .formatted(Office.TOKEN);
    JsonNode answer = json(contexts(new ObjectMapper().valueToTree(kubeconfig)));
    assertThat(answer.get("current").asText()).isEqualTo("a");
    assertThat(answer.get("problem").asText()).isEmpty();
    assertThat(answer.get("contexts").get(0).toString())
        .isEqualTo(
            "{\"name\":\"a\",\"cluster\":\"c\",\"user\":\"u\",\"namespace\":\"argocd\","
                + "\"usable\":true,\"problem\":\"\"}");
    assertThat(answer.get("contexts").get(1).get("usable").asBoolean()).isFalse();
    assertThat(answer.get("contexts").get(1).get("problem").asText()).contains("allow.exec");
    assertThat(answer.toString()).doesNotContain(Office.TOKEN);
    JsonNode broken = json(contexts(new ObjectMapper().valueToTree("a: [" + Office.TOKEN)));
    assertThat(broken.get("contexts")).isEmpty();
    assertThat(broken.get("current").isNull()).isTrue();
    assertThat(broken.get("problem").asText()).isNotEmpty().doesNotContain(Office.TOKEN);
  }

  private Response contexts(JsonNode kubeconfig) {
    return resource.act(caller.request(), "contexts", body("{\"kubeconfig\":" + kubeconfig + "}"));
  }

  @Test
  void bodiesThatAreNoJsonOrTooLongAreRefusedWithoutRepeatingThem() {
    Response broken =
        resource.act(caller.request(), "contexts", body("{\"kubeconfig\": \"" + Office.TOKEN));
    assertThat(broken.getStatus()).isEqualTo(400);
    assertThat(broken.getEntity().toString()).contains("line 1").doesNotContain(Office.TOKEN);
    assertThat(resource.act(caller.request(), "contexts", body("[]")).getStatus()).isEqualTo(400);
    assertThat(resource.act(caller.request(), "contexts", body("")).getStatus()).isEqualTo(400);
    byte[] latin = {'{', '"', (byte) 0xe4, '"', ':', '1', '}'};
    assertThat(
            resource.act(caller.request(), "contexts", new ByteArrayInputStream(latin)).getStatus())
        .isEqualTo(400);
    String deep = "[".repeat(100_000);
    assertThat(resource.act(caller.request(), "contexts", body(deep)).getStatus()).isEqualTo(400);
    assertThat(
            resource
                .act(caller.request(), "contexts", body(" ".repeat(Bodies.LIMIT + 1)))
                .getStatus())
        .isEqualTo(413);
  }

  @Test
  void anAddedConnectionIsShownWithoutItsSecret() {
    JsonNode shown = office.one("default");
    assertThat(shown.get("name").asText()).isEqualTo("Name of default");
    assertThat(shown.get("signIn").toString())
        .isEqualTo(
            "{\"kind\":\"token\",\"token\":{\"secret\":\"default.token\",\"present\":true,"
                + "\"expires\":null}}");
    assertThat(shown.get("status").get("phase").asText()).isEqualTo("live");
    assertThat(shown.get("status").get("asOf").asText()).isEqualTo("2026-11-23T11:04:31Z");
    assertThat(shown.get("warnings")).isEmpty();
    assertThat(shown.get("version").asLong()).isEqualTo(1);
    JsonNode list = json(resource.list(caller.request()));
    assertThat(list.get("connections")).hasSize(1);
    assertThat(list.get("version").asLong()).isEqualTo(1);
    assertThat(list.toString() + shown).doesNotContain(Office.TOKEN);
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
  }

  @Test
  void aTokenThatEndsAndASecretThatIsMissingAreWarnedAbout() {
    office.change("default", Office.connection("default", "{\"value\":\"" + jwt(86_400) + "\"}"));
    JsonNode shown = office.one("default");
    assertThat(shown.get("signIn").get("token").get("expires").asText()).startsWith("20");
    assertThat(shown.get("warnings").get(0).asText()).contains("The token expires on");
    office.add(Office.connection("other", "{\"secret\":\"shared.token\"}"));
    JsonNode other = office.one("other");
    assertThat(other.get("signIn").get("token").get("present").asBoolean()).isFalse();
    assertThat(other.get("warnings").get(0).asText()).contains("shared.token is not stored");
  }

  @Test
  void aSecretThatCannotBeDecryptedIsWarnedAboutInOtherWords() {
    Secrets sealed = new SealedSecrets();
    ConnectionViews views =
        new ConnectionViews(
            sealed,
            new ConnectionExpiry(sealed, caller.rules),
            new Connections(office.store, sealed, caller.rules, office.scene.store),
            office.scene.store,
            office.scene.texts);
    JsonNode shown = views.one(office.store.latest(), "default");
    assertThat(shown.get("signIn").get("token").get("present").asBoolean()).isFalse();
    assertThat(shown.get("warnings").toString()).contains("default.token cannot be decrypted");
  }

  /** Secrets whose key is lost: their names are known. */
  private static final class SealedSecrets implements Secrets {
    @Override
    public Optional<SecretText> find(SecretReference reference) {
      return Optional.empty();
    }

    @Override
    public void put(SecretReference reference, SecretText secret) {
      throw new AssertionError("Nothing is to be stored");
    }

    @Override
    public void delete(SecretReference reference) {
      throw new AssertionError("Nothing is to be deleted");
    }

    @Override
    public Set<String> names() {
      return Set.of("default.token");
    }

    @Override
    public Rotation rotate() {
      return new Rotation(0, 1);
    }
  }

  private static String jwt(long seconds) {
    String claims = "{\"exp\":" + (Instant.now().getEpochSecond() + seconds) + "}";
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".x";
  }

  @Test
  void whatWasReadCanBeSentBackAndPauses() {
    ObjectNode read = (ObjectNode) office.one("default");
    read.put("paused", true);
    Response changed = office.change("default", read.toString());
    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(json(changed).get("paused").asBoolean()).isTrue();
    assertThat(json(changed).get("version").asLong()).isEqualTo(2);
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
    assertThat(office.deeds)
        .containsExactly(
            new Deed(
                Deed.Kind.CONNECTION_CHANGED,
                "default",
                List.of("connections[default].paused"),
                1,
                2));
  }

  @Test
  void theSameOnceMoreChangesNothingAndTellsNothing() {
    String same = Office.connection("default", "{\"value\":\"" + Office.TOKEN + "\"}");
    assertThat(json(office.change("default", same)).get("version").asLong()).isEqualTo(1);
    assertThat(office.deeds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"value\":\"\"}", "{\"secret\":\"default.token\"}"})
  void aSecretThatIsNotSentStaysWhatItIs(String secret) {
    assertThat(office.change("default", Office.connection("default", secret)).getStatus())
        .isEqualTo(200);
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
  }

  @Test
  void aNewSecretIsStoredAndToldByItsNameOnly() {
    office.change("default", Office.connection("default", "{\"value\":\"another-token\"}"));
    assertThat(office.secret("default.token")).isEqualTo("another-token");
    assertThat(office.deeds.get(0).fields()).containsExactly("secret default.token");
    assertThat(office.deeds.toString()).doesNotContain("another-token", Office.TOKEN);
  }

  @Test
  void anotherKindOfSignInForgetsTheSecretOfTheFirst() {
    String inCluster = "{\"id\":\"default\",\"name\":\"d\",\"signIn\":{\"kind\":\"inCluster\"}}";
    assertThat(office.change("default", inCluster).getStatus()).isEqualTo(200);
    assertThat(office.secrets.names()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldByFieldAndNothingIsStored() {
    Response answer =
        office.add(
            "{\"id\":\"No id\",\"name\":\"\",\"signIn\":{\"kind\":\"token\",\"token\":{\"value\":\""
                + Office.TOKEN
                + "\"}},\"typo\":1}");
    assertThat(answer.getStatus()).isEqualTo(400);
    List<String> fields = new ArrayList<>();
    json(answer).get("errors").forEach(each -> fields.add(each.get("field").asText()));
    assertThat(fields).contains("id", "typo");
    assertThat(answer.getEntity().toString()).doesNotContain(Office.TOKEN);
    assertThat(office.secrets.names()).containsExactly("default.token");
    assertThat(office.store.latest().version()).isEqualTo(1);
    Response taken = office.add(Office.connection("default", "{\"value\":\"x\"}"));
    assertThat(taken.getStatus()).isEqualTo(400);
    assertThat(json(taken).get("errors").get(0).get("field").asText()).isEqualTo("id");
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
    Response renamed = office.change("default", Office.connection("other", "{\"value\":\"x\"}"));
    assertThat(json(renamed).get("errors").get(0).get("field").asText()).isEqualTo("id");
    assertThat(office.secrets.names()).containsExactly("default.token");
  }

  @Test
  void whoHasSeenAnotherVersionIsRefused() {
    String stale =
        "{\"version\":7," + Office.connection("default", "{\"value\":\"x\"}").strip().substring(1);
    assertThat(office.change("default", stale).getStatus()).isEqualTo(409);
    Caller late = Caller.administrator().header("If-Match", "\"7\"");
    assertThat(resource.delete(late.request(), "default").getStatus()).isEqualTo(409);
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
    Caller broken = Caller.administrator().header("If-Match", "abc");
    assertThat(resource.delete(broken.request(), "default").getStatus()).isEqualTo(400);
    Caller right = Caller.administrator().header("If-Match", "\"1\"");
    assertThat(resource.delete(right.request(), "default").getStatus()).isEqualTo(204);
  }

  @Test
  void whoNamesNoVersionChangesWhatAnotherNodeHasJustStored() {
    office.store.overtaking = () -> office.add(Office.connection("faster", "{\"value\":\"x\"}"));
    assertThat(office.add(Office.connection("slower", "{\"value\":\"x\"}")).getStatus())
        .isEqualTo(201);
    assertThat(office.store.current().connections().stream().map(ConnectionSettings::id))
        .containsExactly("default", "faster", "slower");
  }

  @Test
  void whenTheConfigurationCannotBeStoredTheSecretsAreAsBefore() {
    office.store.readOnly = true;
    Response answer =
        office.change("default", Office.connection("default", "{\"value\":\"another\"}"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getEntity().toString()).doesNotContain("host db", "inner");
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
    office.add(Office.connection("new", "{\"value\":\"x\"}"));
    assertThat(office.secrets.names()).containsExactly("default.token");
    assertThat(office.deeds).isEmpty();
    office.store.away = true;
    assertThat(resource.list(caller.request()).getStatus()).isEqualTo(503);
  }

  @Test
  void aDeletionTakesItsSetsAndItsSecretsAlong() {
    office.sets.add(caller.request(), body(Office.set("shop", "default")));
    assertThat(
            json(resource.consequences(caller.request(), "default")).get("consequences").toString())
        .contains("1 defined deployment set is deleted too: shop");
    assertThat(resource.delete(caller.request(), "default").getStatus()).isEqualTo(204);
    assertThat(office.store.current().connections()).isEmpty();
    assertThat(office.store.current().sets()).isEmpty();
    assertThat(office.secrets.names()).isEmpty();
    assertThat(resource.delete(caller.request(), "default").getStatus()).isEqualTo(404);
    assertThat(office.deeds.get(office.deeds.size() - 1).fields())
        .containsExactlyInAnyOrder("connections[default]", "sets[shop]");
  }

  @Test
  void aSecretThatAnotherConnectionUsesStays() {
    office.add(Office.connection("other", "{\"secret\":\"default.token\"}"));
    resource.delete(caller.request(), "default");
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"server\": \"https://evil.example:1\"",
        "\"server\": \"https://127.0.0.1:2\"",
        "\"server\": \"https://127.0.0.1:1\", \"proxy\": \"http://evil.example:3128\"",
        "\"server\": \"https://127.0.0.1:1\", \"insecureTls\": true"
      })
  void aStoredSecretGoesNowhereElse(String destination) {
    String form =
        Office.connection("%s", "%s").replace("\"server\": \"https://127.0.0.1:1\"", destination);
    String stored = "{\"secret\": \"default.token\"}";
    for (Response answer :
        List.of(
            office.change("default", form.formatted("default", "default", "{}")),
            office.add(form.formatted("thief", "thief", stored)),
            resource.act(
                caller.request(), "test", body(form.formatted("default", "default", "{}"))),
            resource.act(
                caller.request(), "test", body(form.formatted("thief", "thief", stored))))) {
      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(json(answer).get("errors").toString())
          .contains("signIn.token", "Enter it again")
          .doesNotContain(Office.TOKEN);
    }
    assertThat(office.one("default").get("server").asText()).isEqualTo("https://127.0.0.1:1");

    String entered = "{\"value\": \"another\"}";
    assertThat(office.change("default", form.formatted("default", "default", entered)).getStatus())
        .isEqualTo(200);
    assertThat(office.secret("default.token")).isEqualTo("another");
  }

  @Test
  void aDraftIsTestedWithTheStoredSecretAndNotStored() {
    JsonNode known =
        json(resource.act(caller.request(), "test", body(Office.connection("default", "null"))));
    assertThat(known.get("layer").asText()).isEqualTo("tcp");
    JsonNode fresh =
        json(
            resource.act(
                caller.request(), "test", body(Office.connection("", "{\"value\":\"x\"}"))));
    assertThat(fresh.get("layer").asText()).isEqualTo("tcp");
    JsonNode without =
        json(resource.act(caller.request(), "test", body(Office.connection("new", "null"))));
    assertThat(without.get("layer").asText()).isEqualTo("configuration");
    assertThat(office.secrets.names()).containsExactly("default.token");
    assertThat(office.store.latest().version()).isEqualTo(1);
    assertThat(resource.act(caller.request(), "test", body("{}")).getStatus()).isEqualTo(400);
    assertThat(resource.act(caller.request(), "other", body("{}")).getStatus()).isEqualTo(404);
  }

  @Test
  void everyMethodAsksTheGuard() {
    Office stranger = new Office(Caller.administrator().notSystemAdmin());
    HttpServletRequest request = stranger.caller.request();
    ConnectionsResource refusing = stranger.connections;
    assertThat(
            Stream.of(
                    refusing.list(request),
                    refusing.one(request, "default"),
                    refusing.add(request, body("{}")),
                    refusing.change(request, "default", body("{}")),
                    refusing.delete(request, "default"),
                    refusing.test(request, "default"),
                    refusing.consequences(request, "default"),
                    refusing.manifest(request, "default"),
                    refusing.act(request, "contexts", body("{}")),
                    refusing.act(request, "test", body("{}")),
                    stranger.sets.list(request),
                    stranger.sets.one(request, "shop"),
                    stranger.sets.one(request, "discovered"),
                    stranger.sets.add(request, body("{}")),
                    stranger.sets.change(request, "shop", body("{}")),
                    stranger.sets.delete(request, "shop"),
                    stranger.rules.read(request),
                    stranger.rules.change(request, body("{}")),
                    stranger.settings.read(request),
                    stranger.settings.change(request, body("{}")),
                    stranger.vault.rotate(request),
                    stranger.configuration.export(request),
                    stranger.configuration.apply(request, false, body("")),
                    stranger.configuration.apply(request, true, body("")),
                    new ManifestResource(stranger.caller.guard()).manifest(request))
                .map(Response::getStatus))
        .containsOnly(403);
  }
}
