package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.rest.Office.body;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.ownership.Field;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class MetadataResourceTest {

  private static final String DRAFT =
      """
      {"fields": [{"id": "owner", "counts": true, "keys": ["annotation:a8r.io/owner", "label:team"]},
                  {"id": "tier", "title": "Tier", "keys": ["label:tier"]}]}
      """;

  private final Office office = new Office();

  @Test
  void theConventionsAreThereBeforeAnybodyDecides() {
    JsonNode stored = json(office.metadata.read(office.caller.request()));
    assertThat(stored.get("fields").findValuesAsText("id")).contains("owner", "on-call", "runbook");
    assertThat(stored.get("version").isNumber()).isTrue();
  }

  @Test
  void fieldsAreReplacedAndRecorded() {
    Response changed = office.metadata.change(office.caller.request(), body(DRAFT));
    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(office.store.current().metadata().fields())
        .extracting(Field::id)
        .containsExactly("owner", "tier");
    assertThat(office.deeds)
        .singleElement()
        .satisfies(deed -> assertThat(deed.kind()).isEqualTo(Deed.Kind.METADATA_CHANGED));
  }

  @Test
  void whatIsReadCanBeWrittenBack() {
    ObjectNode stored = (ObjectNode) json(office.metadata.read(office.caller.request()));
    Response same = office.metadata.change(office.caller.request(), body(stored.toString()));
    assertThat(same.getStatus()).isEqualTo(200);
    assertThat(json(same).get("fields")).isEqualTo(stored.get("fields"));
  }

  @Test
  void whatIsWrongIsSaidWhereItStands() {
    Response refused =
        office.metadata.change(
            office.caller.request(),
            body("{\"fields\": [{\"id\": \"owner\", \"keys\": [\"x\"]}]}"));
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(json(refused).get("errors").get(0).get("field").asText())
        .isEqualTo("metadata.fields[0].keys[0]");
  }

  @Test
  void aDraftShowsWhatEachKeyWouldFindAndStoresNothing() {
    office.scene.replace(
        app("root").lists("a", "b"),
        app("a").annotation("a8r.io/owner", "Team Orange").label("team", "blue"),
        app("b").label("team", "blue"));
    JsonNode found = json(office.metadata.preview(office.caller.request(), body(DRAFT)));
    assertThat(found.get("applications").asInt()).isEqualTo(3);
    JsonNode owner = found.get("fields").get(0);
    assertThat(owner.get("missing").asInt()).isEqualTo(1);
    assertThat(owner.get("keys").get(0).get("examples").get(0).asText()).isEqualTo("Team Orange");
    assertThat(owner.get("keys").get(1).get("decided").asInt()).isEqualTo(1);
    assertThat(office.deeds).isEmpty();
  }

  @Test
  void nobodyElseIsToldAnything() {
    Office stranger = new Office(Caller.administrator().notSystemAdmin());
    assertThat(stranger.metadata.read(stranger.caller.request()).getStatus()).isEqualTo(403);
    assertThat(stranger.metadata.change(stranger.caller.request(), body(DRAFT)).getStatus())
        .isEqualTo(403);
    assertThat(stranger.metadata.preview(stranger.caller.request(), body(DRAFT)).getStatus())
        .isEqualTo(403);
  }
}
