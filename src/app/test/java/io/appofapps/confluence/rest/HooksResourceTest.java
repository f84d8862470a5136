package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.git.RepositoryCommits;
import io.appofapps.confluence.hook.Delivery;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HooksResourceTest {

  private static final String SECRET = "a-secret-that-nobody-may-see";
  private static final String BODY = "{\"ref\": \"refs/heads/main\"}";

  private final Office office = Office.withConnection();
  private final Heard heard = new Heard();
  private final HooksResource hooks =
      new HooksResource(office.store, office.secrets, heard, office.deliveries);

  private final class Heard extends RepositoryCommits {
    private int hints;

    Heard() {
      super(office.store, office.secrets, office.scene.store);
    }

    @Override
    public void refresh() {
      hints++;
    }
  }

  private Response put(String settings) {
    return office.hooks.change(office.caller.request(), body(settings));
  }

  private void configure(String id, String sender) {
    Response stored =
        put(
            "{\"hooks\": [{\"id\": \"%s\", \"sender\": \"%s\", \"secret\": {\"value\": \"%s\"}}]}"
                .formatted(id, sender, SECRET));
    assertThat(stored.getStatus()).as(String.valueOf(stored.getEntity())).isEqualTo(200);
  }

  private Response deliver(String id, String header, String value, InputStream body) {
    return hooks.hint(Caller.withToken().anonymous().header(header, value).request(), id, body);
  }

  private static String signature(String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(BODY.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSignedDeliveryIsHeardAndAnsweredWithNothing() throws Exception {
    configure("deployments", "github");
    Response answer = deliver("deployments", "X-Hub-Signature-256", signature(SECRET), body(BODY));
    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(answer.getEntity()).isNull();
    assertThat(heard.hints).isEqualTo(1);
  }

  @Test
  void otherSignaturesAndUnknownHooksGetTheSameAnswer() throws Exception {
    configure("deployments", "github");
    String wrong = signature("another");
    Response refused = deliver("deployments", "X-Hub-Signature-256", wrong, body(BODY));
    Response unknown = deliver("other", "X-Hub-Signature-256", signature(SECRET), body(BODY));
    Response tooLong = deliver("x".repeat(5_000), "X-Hub-Signature-256", wrong, body(BODY));
    assertThat(refused.getStatus()).isEqualTo(401);
    for (Response each : new Response[] {unknown, tooLong}) {
      assertThat(each.getStatus()).isEqualTo(401);
      assertThat(each.getEntity()).isEqualTo(refused.getEntity());
      assertThat(each.getHeaders()).isEqualTo(refused.getHeaders());
    }
    assertThat(heard.hints).isZero();
  }

  @Test
  void aBodyThatDoesNotEndIsCutOffWhetherOrNotThereIsAHook() {
    configure("deployments", "argocd");
    for (String id : new String[] {"deployments", "other"}) {
      Response refused = deliver(id, "X-Aoa-Token", SECRET, new Endless());
      assertThat(refused.getStatus()).isEqualTo(413);
    }
    assertThat(heard.hints).isZero();
  }

  private static final class Endless extends InputStream {
    private long left = 4L * Delivery.MOST_BYTES;

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] buffer, int from, int count) {
      left -= count;
      assertThat(left).as("bytes that are left").isPositive();
      return count;
    }
  }

  @Test
  void tooManyAMinuteAreHeldOffAndOtherHooksAreNot() {
    configure("deployments", "gitlab");
    for (int i = 0; i < HooksResource.A_MINUTE; i++) {
      assertThat(deliver("other", "X-Gitlab-Token", SECRET, body("{}")).getStatus()).isEqualTo(401);
    }
    Response busy = deliver("other", "X-Gitlab-Token", SECRET, new Endless());
    assertThat(busy.getStatus()).isEqualTo(429);
    assertThat(busy.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(deliver("deployments", "X-Gitlab-Token", SECRET, body("{}")).getStatus())
        .isEqualTo(202);
  }

  @Test
  void inventingNamesOpensTheDoorNoWider() {
    configure("deployments", "gitlab");
    int answered = 0;
    int last = 401;
    while (last == 401 && answered < 2 * HooksResource.ALL_A_MINUTE) {
      last = deliver("name-" + answered++, "X-Gitlab-Token", SECRET, body("{}")).getStatus();
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void aHookThatWasTakenAwayHearsNothing() {
    configure("deployments", "gitlab");
    assertThat(put("{\"hooks\": []}").getStatus()).isEqualTo(200);
    assertThat(deliver("deployments", "X-Gitlab-Token", SECRET, body("{}")).getStatus())
        .isEqualTo(401);
    assertThat(office.secret("deployments.hook-secret")).isEqualTo("(nothing)");
  }

  @Test
  void aHookThatIsSwitchedOffAnswersAsIfThereWereNone() {
    configure("deployments", "gitlab");
    put("{\"hooks\": [{\"id\": \"deployments\", \"sender\": \"gitlab\", \"enabled\": false}]}");
    Response off = deliver("deployments", "X-Gitlab-Token", SECRET, body("{}"));
    Response unknown = deliver("other", "X-Gitlab-Token", SECRET, body("{}"));
    assertThat(off.getStatus()).isEqualTo(401);
    assertThat(off.getEntity()).isEqualTo(unknown.getEntity());
    assertThat(heard.hints).isZero();
    assertThat(last("why").asText()).isEqualTo("switched-off");
    put("{\"hooks\": [{\"id\": \"deployments\", \"sender\": \"gitlab\", \"enabled\": true}]}");
    assertThat(deliver("deployments", "X-Gitlab-Token", SECRET, body("{}")).getStatus())
        .as("the secret is still there")
        .isEqualTo(202);
  }

  @Test
  void administratorsSeeWhatWasHeardAndRefusedLastAndWhy() {
    configure("deployments", "gitlab");
    assertThat(last("heard").isNull()).isTrue();
    deliver("deployments", "X-Gitlab-Token", SECRET, body("{}"));
    assertThat(Instant.parse(last("heard").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(last("refused").isNull()).isTrue();
    deliver("deployments", "X-Gitlab-Token", "wrong", body("{}"));
    assertThat(Instant.parse(last("refused").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(last("why").asText()).isEqualTo("not-signed");
    assertThat(last("heard").isNull()).isFalse();
    deliver("deployments", "X-Gitlab-Token", SECRET, new Endless());
    assertThat(last("why").asText()).isEqualTo("unreadable");
    put("{\"hooks\": []}");
    configure("deployments", "gitlab");
    assertThat(last("heard").isNull()).as("of one that was taken away").isTrue();
  }

  private JsonNode last(String field) {
    return json(office.hooks.read(office.caller.request()))
        .path("hooks")
        .path(0)
        .path("deliveries")
        .path(field);
  }

  @Test
  void theSecretIsStoredNeverShownAndServesNothingElse() {
    configure("deployments", "bitbucket");
    Response shown = office.hooks.read(office.caller.request());
    assertThat(shown.getEntity().toString()).doesNotContain(SECRET);
    ObjectNode seen = (ObjectNode) json(shown);
    assertThat(seen.path("hooks").path(0).path("secret").path("present").asBoolean()).isTrue();
    assertThat(put(seen.toString()).getStatus()).isEqualTo(200);
    assertThat(office.secret("deployments.hook-secret")).isEqualTo(SECRET);
    assertThat(office.deeds).extracting(Deed::kind).contains(Deed.Kind.HOOKS_CHANGED);
    assertThat(office.add(Office.connection("stolen", "{\"secret\": \"deployments.hook-secret\"}")))
        .extracting(Response::getStatus)
        .isEqualTo(400);
    Response other =
        put(
            "{\"hooks\": [{\"id\": \"x\", \"sender\": \"github\","
                + " \"secret\": {\"secret\": \"default.token\"}}]}");
    assertThat(other.getStatus()).isEqualTo(400);
    assertThat(other.getEntity().toString()).contains("hooks[0].secret");
  }

  @Test
  void whatIsWrongIsSaidByItsField() {
    Response refused =
        put("{\"hooks\": [{\"id\": \"Not So\", \"sender\": \"github\", \"secret\": {}}]}");
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString()).contains("hooks[0].id");
    assertThat(put("{\"hooks\": [{\"id\": \"x\", \"sender\": \"svn\"}]}").getEntity().toString())
        .contains("hooks[0].sender");
  }

  @Test
  void onlySystemAdministratorsReadAndChangeThem() {
    Office stranger = new Office(Caller.administrator().notSystemAdmin());
    assertThat(stranger.hooks.read(stranger.caller.request()).getStatus()).isEqualTo(403);
    assertThat(
            stranger.hooks.change(stranger.caller.request(), body("{\"hooks\": []}")).getStatus())
        .isEqualTo(403);
  }
}
