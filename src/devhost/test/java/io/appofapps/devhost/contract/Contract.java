package io.appofapps.devhost.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI document, and whether requests and answers are as it says. */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How zip files begin; it is ASCII, so it is the same when the answer was read as text. */
  private static final String ZIP = "PK\u0003\u0004";

  private final JsonNode document;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  Contract(String document) {
    this.document = parse(document);
  }

  /** One operation of the document. */
  record Operation(String id, String method, String path, JsonNode node) {

    boolean isOpen() {
      return node.has("security") && node.get("security").isEmpty();
    }

    boolean isForAdministrators() {
      return path.startsWith("/admin/");
    }

    /** Types of bodies it takes. */
    List<String> bodies() {
      List<String> types = new ArrayList<>();
      node.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
      return types;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        operations.add(
            new Operation(
                verb.getValue().path("operationId").asText(),
                verb.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                verb.getValue()));
      }
    }
    return operations;
  }

  /** What is not as described of a body that will be sent. */
  List<String> faults(Operation operation, String type, String body) {
    JsonNode described = operation.node().path("requestBody").path("content").path(type);
    return described.isMissingNode()
        ? List.of("no body of type " + type + " is described")
        : faults(described.path("schema"), type, body);
  }

  /** What is not as described of an answer. */
  List<String> faults(Operation operation, HttpResponse<String> answer) {
    JsonNode responses = operation.node().path("responses");
    JsonNode response =
        resolve(
            responses.has(Integer.toString(answer.statusCode()))
                ? responses.get(Integer.toString(answer.statusCode()))
                : responses.path("default"));
    if (answer.statusCode() < 400 && !responses.has(Integer.toString(answer.statusCode()))) {
      return List.of("the status " + answer.statusCode() + " is not described");
    }
    Optional<String> type =
        answer.headers().firstValue("Content-Type").map(each -> each.replaceFirst(";.*", ""));
    if (!response.has("content")) {
      return answer.body().isEmpty() ? List.of() : List.of("a body that is not described");
    }
    JsonNode described = response.path("content").path(type.orElse(""));
    return described.isMissingNode()
        ? List.of("an answer of type " + type + " is not described")
        : faults(described.path("schema"), type.orElse(""), answer.body());
  }

  private List<String> faults(JsonNode schema, String type, String body) {
    if (type.equals("application/zip")) {
      return schema.isMissingNode() && body.startsWith(ZIP)
          ? List.of()
          : List.of("no zip, or its bytes have a schema");
    }
    if (!type.endsWith("/json") && !type.endsWith("+json")) {
      return schema.path("type").asText().equals("string") && !body.isEmpty()
          ? List.of()
          : List.of("text is not described, or missing");
    }
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return schemas.getSchema(whole).validate(parse(body)).stream().map(Object::toString).toList();
  }

  private JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
