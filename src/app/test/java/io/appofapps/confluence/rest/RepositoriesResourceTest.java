package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.administration.Deed;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoriesResourceTest {

  private static final String TOKEN = "a-git-token-that-nobody-may-see";
  private static final String URL = "https://git.example.com/team/apps.git";

  private final Office office = Office.withConnection();

  private Response put(String repositories) {
    return office.repositories.change(
        office.caller.request(), body("{\"repositories\":[" + repositories + "]}"));
  }

  private static String repository(String url, String token) {
    return """
    {"id": "apps", "url": "%s", "signIn": {"user": "bot", "token": %s}}
    """
        .formatted(url, token);
  }

  private static String entered() {
    return repository(URL, "{\"value\":\"" + TOKEN + "\"}");
  }

  @Test
  void aTokenIsKeptAndNeverShown() {
    Response stored = put(entered());

    assertThat(stored.getStatus()).as(String.valueOf(stored.getEntity())).isEqualTo(200);
    String shown = json(office.repositories.read(office.caller.request())).toString();
    assertThat(shown)
        .isEqualTo(
            "{\"repositories\":[{\"id\":\"apps\",\"url\":\""
                + URL
                + "\",\"stories\":"
                + "\"[A-Z][A-Z0-9]+-\\\\d+\",\"change\":\"direct\",\"signIn\":{\"user\":\"bot\",\"token\":"
                + "{\"secret\":\"apps.git-token\",\"present\":true}}}],\"version\":2}");
    assertThat(shown + stored.getEntity()).doesNotContain(TOKEN);
    assertThat(office.secret("apps.git-token")).isEqualTo(TOKEN);
    assertThat(office.deeds).extracting(Deed::kind).containsExactly(Deed.Kind.REPOSITORIES_CHANGED);
    assertThat(office.deeds.toString()).contains("apps.git-token").doesNotContain(TOKEN);
  }

  @Test
  void whatIsShownCanBeSentBackAndTheTokenStays() {
    put(entered());
    JsonNode shown = json(office.repositories.read(office.caller.request()));

    Response again = office.repositories.change(office.caller.request(), body(shown.toString()));

    assertThat(again.getStatus()).isEqualTo(200);
    assertThat(office.secret("apps.git-token")).isEqualTo(TOKEN);
    assertThat(put(repository(URL, "{}")).getStatus()).isEqualTo(200);
    assertThat(office.secret("apps.git-token")).isEqualTo(TOKEN);
  }

  @Test
  void anotherVersionThanTheSeenOneIsNotOverwritten() {
    JsonNode seen = json(office.repositories.read(office.caller.request()));
    put(entered());

    assertThat(
            office.repositories.change(office.caller.request(), body(seen.toString())).getStatus())
        .isEqualTo(409);
  }

  @Test
  void aStoredTokenGoesToNoOtherHost() {
    put(entered());

    for (String other :
        List.of(
            "https://evil.example.com/team/apps.git",
            "https://git.example.com:8443/team/apps.git",
            "http://localhost/team/apps.git")) {
      Response refused = put(repository(other, "{}"));
      assertThat(refused.getStatus()).as(other).isEqualTo(400);
      assertThat(refused.getEntity().toString()).contains("repositories[0].signIn.token");
    }
    assertThat(put(repository("https://git.example.com/renamed", "{}")).getStatus()).isEqualTo(200);
  }

  @Test
  void aStoredTokenGoesToNoOtherApi() {
    put(entered());
    String review =
        """
        {"id": "apps", "url": "%s", "change": "pull-request", "host": "gitlab", %s
         "signIn": {"user": "bot", "token": {}}}
        """;

    Response refused = put(review.formatted(URL, "\"apiUrl\": \"https://evil.example.com\","));

    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString()).contains("repositories[0].signIn.token");
    assertThat(put(review.formatted(URL, "")).getStatus()).isEqualTo(200);
    assertThat(
            put(review.formatted(URL, "\"apiUrl\": \"https://git.example.com/gitlab\","))
                .getStatus())
        .isEqualTo(200);
  }

  @Test
  void aKeyForSshIsKeptLikeAToken() {
    String ssh =
        """
        {"id": "apps", "url": "ssh://%s/team/apps.git", "signIn": {"user": "git", "ssh": {"key": %s,
         "passphrase": %s, "knownHosts": "git.example.com ssh-ed25519 AAAA"}}}
        """;
    String host = "git.example.com:7999";

    assertThat(
            put(ssh.formatted(host, "{\"value\":\"" + TOKEN + "\"}", "{\"value\":\"open\"}"))
                .getStatus())
        .isEqualTo(200);

    JsonNode shown = json(office.repositories.read(office.caller.request()));
    assertThat(shown.at("/repositories/0/signIn/ssh").toString())
        .isEqualTo(
            "{\"key\":{\"secret\":\"apps.git-key\",\"present\":true},\"passphrase\":{\"secret\":"
                + "\"apps.git-passphrase\",\"present\":true},\"knownHosts\":"
                + "\"git.example.com ssh-ed25519 AAAA\"}");
    assertThat(shown.toString()).doesNotContain(TOKEN);
    assertThat(office.secret("apps.git-key")).isEqualTo(TOKEN);
    assertThat(
            office.repositories.change(office.caller.request(), body(shown.toString())).getStatus())
        .isEqualTo(200);
    Response refused =
        put(ssh.formatted("evil.example.com", "{}", "{\"secret\":\"apps.git-passphrase\"}"));
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString()).contains("signIn.ssh.key", "signIn.ssh.passphrase");
  }

  @Test
  void aRepositoryIsTriedBeforeItIsStored() {
    JsonNode answer =
        json(
            office.repositories.test(
                office.caller.request(),
                body("{\"id\": \"draft\", \"url\": \"http://127.0.0.1:1/team/apps.git\"}")));

    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.path("steps")).hasSize(1);
    assertThat(answer.at("/steps/0/step").asText()).isEqualTo("read");
    assertThat(answer.at("/steps/0/message").asText()).isNotBlank();
    assertThat(json(office.repositories.read(office.caller.request())).path("repositories"))
        .isEmpty();
    assertThat(office.deeds).isEmpty();
  }

  @Test
  void aTrialSendsNoStoredTokenElsewhereAndTakesNoMistakes() {
    put(entered());

    for (String body :
        List.of(
            repository("https://evil.example.com/team/apps.git", "{}"),
            repository("file:///etc/passwd", "{\"value\":\"x\"}"),
            "{}")) {
      assertThat(office.repositories.test(office.caller.request(), body(body)).getStatus())
          .as(body)
          .isEqualTo(400);
    }
  }

  @Test
  void secretsOfConnectionsAreNoTokensOfRepositoriesAndTheOtherWayRound() {
    Response refused = put(repository(URL, "{\"secret\":\"default.token\"}"));
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString()).contains("repositories[0].signIn.token");
    put(entered());
    Response connection = office.add(Office.connection("thief", "{\"secret\":\"apps.git-token\"}"));
    assertThat(connection.getStatus()).isEqualTo(400);
  }

  @Test
  void aTokenThatNothingNamesAnyMoreIsForgotten() {
    put(entered());

    assertThat(put("").getStatus()).isEqualTo(200);

    assertThat(office.secret("apps.git-token")).isEqualTo("(nothing)");
    assertThat(office.secret("default.token")).isEqualTo(Office.TOKEN);
  }

  @Test
  void mistakesAreNamedByFieldAndNothingIsRepeated() {
    Response refused =
        put("{\"id\":\"apps\",\"url\":\"https://me:" + TOKEN + "@git.example.com/a\"}");

    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString())
        .contains("repositories[0].url")
        .doesNotContain(TOKEN);
    assertThat(put(entered() + "," + entered()).getStatus()).isEqualTo(400);
    assertThat(office.repositories.change(office.caller.request(), body("{\"a\":[]}")).getStatus())
        .isEqualTo(400);
  }
}
