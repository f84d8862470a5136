package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class PromotionRulesResourceTest {

  private final Office office = Office.withConnection();

  private Response put(String rules) {
    return office.promotion.change(office.caller.request(), body(rules));
  }

  private JsonNode shown() {
    return json(office.promotion.read(office.caller.request()));
  }

  @Test
  void whatIsSentIsStoredToldAndCanBeSentBack() {
    assertThat(shown().path("enabled").asBoolean()).isFalse();
    Response stored =
        put(
            "{\"enabled\": true, \"environments\": [{\"environment\": \"prod\","
                + " \"approvals\": 2, \"groups\": [\"release\"]}]}");
    assertThat(stored.getStatus()).as(String.valueOf(stored.getEntity())).isEqualTo(200);
    assertThat(stored.getEntityTag()).isNotNull();
    JsonNode seen = shown();
    JsonNode prod = seen.path("environments").path(0);
    assertThat(prod.path("approvals").asInt()).isEqualTo(2);
    assertThat(prod.path("fourEyes").asBoolean()).isTrue();
    assertThat(office.deeds).extracting(Deed::kind).containsExactly(Deed.Kind.PROMOTION_CHANGED);
    assertThat(put(seen.toString()).getStatus()).isEqualTo(200);
    assertThat(office.store.current().promotion().enabled()).isTrue();
  }

  @Test
  void anotherVersionThanTheSeenOneIsNotOverwritten() {
    ObjectNode seen = (ObjectNode) shown();
    put("{\"enabled\": true}");
    assertThat(put(seen.toString()).getStatus()).isEqualTo(409);
    assertThat(shown().path("enabled").asBoolean()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidByItsField() {
    Response refused = put("{\"environments\": [{\"environment\": \"prod\", \"approvals\": -1}]}");
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString())
        .contains("promotion.environments[0].approvals")
        .contains("must be from 0 to 10");
  }

  @Test
  void theSecretOfTheWebhookIsStoredNeverShownAndGoesToNoOtherHost() {
    String hook = "{\"webhook\": {\"url\": \"https://%s/hook\", \"secret\": %s}}";
    Response stored = put(hook.formatted("a.example.com", "{\"value\": \"hush-hush\"}"));
    assertThat(stored.getStatus()).as(String.valueOf(stored.getEntity())).isEqualTo(200);
    assertThat(stored.getEntity().toString()).doesNotContain("hush-hush");
    assertThat(shown().path("webhook").path("secret").path("present").asBoolean()).isTrue();
    assertThat(office.secret("promotion.webhook-secret")).isEqualTo("hush-hush");
    assertThat(put(hook.formatted("a.example.com", "{}")).getStatus()).isEqualTo(200);
    Response elsewhere = put(hook.formatted("b.example.com", "{}"));
    assertThat(elsewhere.getStatus()).isEqualTo(400);
    assertThat(elsewhere.getEntity().toString()).contains("promotion.webhook.secret");
    assertThat(put("{\"webhook\": {\"url\": \"http://a.example.com\"}}").getEntity().toString())
        .contains("promotion.webhook.url");
    assertThat(put("{}").getStatus()).isEqualTo(200);
    assertThat(office.secret("promotion.webhook-secret")).isEqualTo("(nothing)");
  }

  @Test
  void onlySystemAdministratorsReadAndChangeThem() {
    Office stranger = new Office(Caller.administrator().notSystemAdmin());
    assertThat(stranger.promotion.read(stranger.caller.request()).getStatus()).isEqualTo(403);
    assertThat(
            stranger
                .promotion
                .change(stranger.caller.request(), body("{\"enabled\": true}"))
                .getStatus())
        .isEqualTo(403);
  }
}
