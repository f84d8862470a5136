package io.appofapps.build.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  private static final RestMethod LIST =
      method("things.list", "GET", "/things", List.of(), List.of("application/json"));
  private static final RestMethod AS_CSV =
      method("things.csv", "GET", "/things", List.of(), List.of("text/csv"));
  private static final RestMethod ACT =
      new RestMethod(
          "things.act",
          "com.example.ThingsResource.act",
          "POST",
          "/things/{action}",
          "UnrestrictedAccess",
          List.of("application/json"),
          List.of(),
          List.of(
              new RestMethod.Parameter("path", "action", "string", ""),
              new RestMethod.Parameter("query", "count", "integer", "5")));

  private static final String LIST_SAID =
      """
      operations:
        things.list:
          summary: All
          responses:
            '200': {description: All, content: {application/json: {schema: {}}}}
      """;

  private static RestMethod method(
      String id, String verb, String path, List<String> consumes, List<String> produces) {
    return new RestMethod(
        id,
        id.replace("things", "com.example.ThingsResource"),
        verb,
        path,
        "LicensedOnly",
        consumes,
        produces,
        List.of());
  }

  private static JsonNode document(String descriptions, RestMethod... methods) {
    try {
      ObjectNode said = (ObjectNode) new YAMLMapper().readTree(descriptions);
      said.withObject("/document");
      return OpenApi.document(List.of(methods), said, "1.2.3");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void codeAndDescriptionBecomeAnOperation() {
    JsonNode document = document(LIST_SAID, LIST);
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
    JsonNode operation = document.at("/paths/~1things/get");
    assertThat(operation.path("operationId").asText()).isEqualTo("things.list");
    assertThat(operation.at("/responses/200/description").asText()).isEqualTo("All");
    assertThat(operation.path("responses").has("401")).isTrue();
    assertThat(operation.at("/responses/default/$ref").asText()).endsWith("/Problem");
  }

  @Test
  void aMethodThatNobodyDescribedIsAnErrorThatNamesItsClass() {
    RestMethod other = method("things.other", "GET", "/others", List.of(), List.of());
    assertThatThrownBy(() -> document(LIST_SAID, LIST, other))
        .hasMessageContaining(
            "com.example.ThingsResource.other answers GET /others, but is not described: say it"
                + " under operations.things.other")
        .hasMessageNotContaining("ThingsResource.list");
  }

  @Test
  void anOperationOfWhichNobodySaysWhatItIsForIsAnError() {
    assertThatThrownBy(() -> document(LIST_SAID.replace("summary: All", "summary: ' '"), LIST))
        .hasMessageContaining("things.list has no summary");
  }

  @Test
  void aDescriptionOfNothingIsAnError() {
    assertThatThrownBy(() -> document(LIST_SAID))
        .hasMessageContaining("things.list is described, but no method answers it");
  }

  @Test
  void typesThatTheCodeDoesNotKnowAreAnError() {
    assertThatThrownBy(() -> document(LIST_SAID.replace("application/json", "text/html"), LIST))
        .hasMessageContaining("things.list makes [application/json], but described are answers");
    assertThatThrownBy(
            () ->
                document(
                    LIST_SAID, method("things.list", "GET", "/things", List.of("x/y"), List.of())))
        .hasMessageContaining("takes [x/y], but described are bodies []");
  }

  @Test
  void methodsOfOneAddressAreOneOperation() {
    JsonNode document =
        document(
            LIST_SAID.replace("schema: {}}}", "schema: {}}, text/csv: {schema: {}}}"),
            LIST,
            AS_CSV);
    assertThat(document.at("/paths/~1things/get/responses/200/content").size()).isEqualTo(2);
  }

  @Test
  void aValueOfAPathParameterCanBeAnAddressOfItsOwn() {
    JsonNode document =
        document(
            """
            operations:
              things.act[action=test]:
                summary: Tests
                requestBody: {content: {application/json: {schema: {}}}}
                responses: {'204': {description: Done}}
            """,
            ACT);
    JsonNode operation = document.at("/paths/~1things~1test/post");
    assertThat(operation.path("operationId").asText()).isEqualTo("things.actTest");
    assertThat(operation.path("security")).isEmpty();
    assertThat(operation.path("responses").has("401")).isFalse();
    assertThat(operation.at("/parameters/0").toString())
        .isEqualTo(
            "{\"in\":\"query\",\"name\":\"count\",\"required\":false,"
                + "\"schema\":{\"type\":\"integer\",\"default\":5}}");
    assertThat(operation.at("/parameters/1/$ref").asText()).endsWith("/XsrfToken");
  }

  @Test
  void classesAreReadAsJaxRsReadsThem() throws IOException {
    byte[] sample;
    try (var in = SampleResource.class.getResourceAsStream("SampleResource.class")) {
      sample = in.readAllBytes();
    }
    assertThat(RestClass.methods(sample))
        .containsExactly(
            new RestMethod(
                "sample.one",
                "io.appofapps.build.openapi.SampleResource.one",
                "GET",
                "/samples/{id}",
                "SystemAdminOnly",
                List.of(),
                List.of("text/plain"),
                List.of(
                    new RestMethod.Parameter("path", "id", "integer", ""),
                    new RestMethod.Parameter("query", "all", "boolean", "true"))),
            new RestMethod(
                "sample.put",
                "io.appofapps.build.openapi.SampleResource.put",
                "PUT",
                "/samples",
                "LicensedOnly",
                List.of("application/json"),
                List.of("application/json"),
                List.of()));
  }
}
