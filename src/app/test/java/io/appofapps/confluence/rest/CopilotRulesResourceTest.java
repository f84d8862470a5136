package io.appofapps.confluence.rest;

import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.CopilotRules;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class CopilotRulesResourceTest {

  private final Office office = Office.withConnection();

  private Response put(String rules) {
    return office.copilot.change(office.caller.request(), body(rules));
  }

  private JsonNode shown() {
    return json(office.copilot.read(office.caller.request()));
  }

  @Test
  void copilotsReadUntilAnAdministratorAllowsMore() {
    assertThat(shown().path("enabled").asBoolean()).isTrue();
    assertThat(shown().path("requests").asBoolean(true)).isFalse();
    assertThat(put("{\"requests\": true}").getStatus()).isEqualTo(200);
    assertThat(office.store.current().copilot()).isEqualTo(new CopilotRules(true, true, 120));
    assertThat(office.deeds).extracting(Deed::kind).containsExactly(Deed.Kind.COPILOT_CHANGED);
  }

  @Test
  void anotherVersionThanTheSeenOneIsNotOverwritten() {
    ObjectNode seen = (ObjectNode) shown();
    put("{\"enabled\": false}");
    assertThat(put(seen.toString()).getStatus()).isEqualTo(409);
    assertThat(shown().path("enabled").asBoolean(true)).isFalse();
  }

  @Test
  void whatIsWrongIsSaidByItsField() {
    Response refused = put("{\"requests\": \"yes\"}");
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getEntity().toString()).contains("copilot.requests");
  }

  @Test
  void onlySystemAdministratorsReadAndChangeThem() {
    Office stranger = new Office(Caller.administrator().notSystemAdmin());
    assertThat(stranger.copilot.read(stranger.caller.request()).getStatus()).isEqualTo(403);
    assertThat(
            stranger
                .copilot
                .change(stranger.caller.request(), body("{\"requests\": true}"))
                .getStatus())
        .isEqualTo(403);
  }
}
