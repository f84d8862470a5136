package io.appofapps.confluence.promotion.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the published schemas of CDEvents 0.5.1 and its binding to CloudEvents 1.0 ask for. */
class CdEventsTest {

  private static final String SOURCE = "https://wiki.example.com/rest/aoa/1.0/promotions";
  private static final CdEvents EVENTS = new CdEvents(SOURCE);

  /** Members that the content of a subject may have, by type; it must have those in capitals. */
  private static final Map<String, Set<String>> CONTENT =
      Map.of(
          "dev.cdevents.change.created.0.4.0", Set.of("description", "repository"),
          "dev.cdevents.change.reviewed.0.3.0", Set.of("repository"),
          "dev.cdevents.change.merged.0.3.0", Set.of("repository"),
          "dev.cdevents.change.abandoned.0.3.0", Set.of("repository"),
          "dev.cdevents.service.deployed.0.3.0", Set.of("ENVIRONMENT", "ARTIFACTID"),
          "dev.cdevents.service.upgraded.0.3.0", Set.of("ENVIRONMENT", "ARTIFACTID"),
          "dev.cdevents.service.rolledback.0.3.0", Set.of("ENVIRONMENT", "ARTIFACTID"));

  private static JsonNode event(Entry entry) {
    try {
      Recorded row = Recorded.next(Head.NONE, entry);
      return new ObjectMapper().readTree(EVENTS.event(new LogRow(row, entry)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @EnumSource(PromotionEvent.class)
  void everyEventOfAPromotionFitsTheSchemas(PromotionEvent event) {
    assertFits(event(Entries.of(event, PromotionState.HEALTHY)));
  }

  @Test
  void requestsRefusalsAndCheckpointsFitToo() {
    assertFits(
        event(
            Entry.of(
                Promotions.requested(),
                Entry.REQUEST,
                Promotions.person("dora"),
                "",
                List.of(),
                Promotions.NOW)));
    assertFits(event(Entries.note("no")));
    assertFits(event(Entry.checkpoint(new Head(7, "a".repeat(64)), "90 days", Promotions.NOW)));
  }

  private static void assertFits(JsonNode cloud) {
    String type = cloud.path("type").asText();
    JsonNode data = cloud.path("data");
    JsonNode context = data.path("context");
    assertThat(names(cloud))
        .containsExactlyInAnyOrder(
            "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");
    assertThat(cloud.path("specversion").asText()).isEqualTo("1.0");
    assertThat(cloud.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(names(context))
        .containsExactlyInAnyOrder("specversion", "id", "source", "type", "timestamp");
    assertThat(context.path("specversion").asText()).isEqualTo("0.5.1");
    assertThat(context.path("id").asText()).isNotEmpty().isEqualTo(cloud.path("id").asText());
    assertThat(context.path("type").asText()).isEqualTo(type);
    assertThat(URI.create(context.path("source").asText())).isEqualTo(URI.create(SOURCE));
    assertThat(Instant.parse(context.path("timestamp").asText()))
        .isEqualTo(cloud.path("time").asText());
    assertThat(names(data)).contains("context", "subject", "customData", "customDataContentType");
    assertThat(data).hasSize(4);
    assertThat(data.path("customData").isObject()).isTrue();
    JsonNode subject = data.path("subject");
    assertThat(names(subject)).containsExactlyInAnyOrder("id", "content");
    assertThat(subject.path("id").asText()).isNotEmpty().isEqualTo(cloud.path("subject").asText());
    assertContent(type, subject.path("content"));
  }

  private static void assertContent(String type, JsonNode content) {
    assertThat(content.isObject()).isTrue();
    if (!CONTENT.containsKey(type)) {
      assertThat(type)
          .matches("dev\\.cdeventsx\\.[a-zA-Z0-9]+-[a-zA-Z]+\\.[a-zA-Z]+\\.[0-9]\\.[0-9]\\.[0-9]");
      return;
    }
    Set<String> allowed = CONTENT.get(type);
    for (String name : names(content)) {
      assertThat(allowed).containsAnyOf(name, name.toUpperCase(java.util.Locale.ROOT));
    }
    if (allowed.contains("ENVIRONMENT")) {
      assertThat(content.path("environment").path("id").asText()).isEqualTo("prod");
      assertThat(content.path("artifactId").asText()).isEqualTo("pkg:generic/checkout@1.5.0");
    }
    if (content.has("repository")) {
      assertThat(content.path("repository").path("id").asText()).isEqualTo("deploy");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVE, dev.cdevents.change.reviewed.0.3.0",
    "COMMIT, dev.cdevents.change.merged.0.3.0",
    "CANCEL, dev.cdevents.change.abandoned.0.3.0",
    "BECOME_HEALTHY, dev.cdevents.service.upgraded.0.3.0",
    "BLOCK, dev.cdeventsx.appofapps-promotion.block.0.1.0",
    "VOID_APPROVAL, dev.cdeventsx.appofapps-promotion.voidapproval.0.1.0"
  })
  void eachEventHasItsType(PromotionEvent event, String type) {
    JsonNode found = event(Entries.of(event, PromotionState.HEALTHY));

    assertThat(found.path("type").asText()).isEqualTo(type);
    assertThat(found.path("data").path("customData").path("event").asText())
        .isEqualTo(event.word());
  }
}
