package io.appofapps.build.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins methods with what is said of them. A description is found by the method's id; methods that
 * share address and verb, because each makes another type of answer, share the description of the
 * first. {@code id[name=value]} describes the method where a path parameter has that value: it
 * becomes an address of its own.
 */
final class Operations {

  private final ObjectNode said;
  private final ObjectNode commonParameters;
  private final Set<String> used = new TreeSet<>();

  Operations(ObjectNode descriptions) {
    this.said = descriptions.withObject("/operations");
    this.commonParameters = descriptions.withObject("/names");
  }

  ObjectNode paths(List<RestMethod> methods) {
    Map<String, List<RestMethod>> shared = new LinkedHashMap<>();
    for (RestMethod method : methods) {
      shared
          .computeIfAbsent(method.verb() + " " + method.path(), key -> new ArrayList<>())
          .add(method);
    }
    Map<String, ObjectNode> paths = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    shared.values().forEach(group -> add(paths, group, wrong));
    said.fieldNames()
        .forEachRemaining(
            id -> {
              if (!used.contains(id)) {
                wrong.add(id + " is described, but no method answers it");
              }
            });
    if (!wrong.isEmpty()) {
      throw new OpenApiException(
          "The description of the REST (docs/developers/rest.md) does not fit:\n  "
              + String.join("\n  ", wrong));
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    paths.forEach(result::set);
    return result;
  }

  private void add(Map<String, ObjectNode> paths, List<RestMethod> group, List<String> wrong) {
    RestMethod method = group.get(0);
    List<String> ids = names(group);
    if (ids.isEmpty()) {
      wrong.add(
          method.declared()
              + " answers "
              + method.verb()
              + " "
              + method.path()
              + ", but is not described: say it under operations."
              + method.id());
    }
    for (String id : ids) {
      String value = id.replaceFirst(".*\\[[^=]*=(.*)]$|.*", "$1");
      String parameter = id.replaceFirst(".*\\[([^=]*)=.*]$|.*", "$1");
      String path =
          parameter.isEmpty() ? method.path() : method.path().replace("{" + parameter + "}", value);
      String name =
          parameter.isEmpty()
              ? method.id()
              : method.id() + Character.toUpperCase(value.charAt(0)) + value.substring(1);
      used.add(id);
      ObjectNode operation = operation(name, group, (ObjectNode) said.get(id), parameter);
      check(id, group, operation, wrong);
      paths
          .computeIfAbsent(path, key -> JsonNodeFactory.instance.objectNode())
          .set(method.verb().toLowerCase(Locale.ROOT), operation);
    }
  }

  private List<String> names(List<RestMethod> group) {
    List<String> names = new ArrayList<>();
    said.fieldNames()
        .forEachRemaining(
            name -> {
              String id = name.replaceFirst("\\[.*", "");
              if (group.stream().anyMatch(method -> method.id().equals(id))) {
                names.add(name);
              }
            });
    return names;
  }

  private ObjectNode operation(
      String id, List<RestMethod> group, ObjectNode description, String fixed) {
    RestMethod method = group.get(0);
    ObjectNode operation = JsonNodeFactory.instance.objectNode().put("operationId", id);
    operation.setAll(description);
    ArrayNode parameters = parameters(group, description, fixed);
    if (!method.verb().equals("GET")) {
      parameters.addObject().put("$ref", "#/components/parameters/XsrfToken");
    }
    if (description.path("responses").has("304")) {
      parameters.addObject().put("$ref", "#/components/parameters/IfNoneMatch");
    }
    operation.remove("parameters");
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    ObjectNode responses = operation.withObject("/responses");
    if (method.guard().equals("UnrestrictedAccess")) {
      operation.putArray("security");
    } else {
      reference(responses, "401", "NotSignedIn");
      reference(responses, "403", "NotAllowed");
    }
    reference(responses, "default", "Problem");
    return operation;
  }

  private static void reference(ObjectNode responses, String status, String name) {
    if (!responses.has(status)) {
      responses.putObject(status).put("$ref", "#/components/responses/" + name);
    }
  }

  /** Those of the code, with what is said of them, and those that only the description knows. */
  private ArrayNode parameters(List<RestMethod> group, ObjectNode description, String fixed) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (RestMethod method : group) {
      for (RestMethod.Parameter parameter : method.parameters()) {
        if (!parameter.name().equals(fixed)) {
          all.put(parameter.name(), ofCode(parameter));
        }
      }
    }
    for (JsonNode each : description.path("parameters")) {
      String name = each.path("name").asText();
      all.computeIfAbsent(
              name,
              key ->
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("in", each.path("in").asText("query"))
                      .put("name", key))
          .setAll((ObjectNode) each);
    }
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    all.values().forEach(parameters::add);
    return parameters;
  }

  private ObjectNode ofCode(RestMethod.Parameter parameter) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("in", parameter.place())
            .put("name", parameter.name())
            .put("required", parameter.place().equals("path"));
    ObjectNode schema = node.putObject("schema").put("type", parameter.type());
    if (!parameter.otherwise().isEmpty()) {
      switch (parameter.type()) {
        case "boolean" -> schema.put("default", Boolean.parseBoolean(parameter.otherwise()));
        case "integer" -> schema.put("default", Long.parseLong(parameter.otherwise()));
        default -> schema.put("default", parameter.otherwise());
      }
    }
    JsonNode common = commonParameters.path(parameter.name());
    if (common instanceof ObjectNode known) {
      node.setAll(known);
    }
    return node;
  }

  /** What it is for must be said; types of bodies and answers must be those of the code. */
  private static void check(
      String id, List<RestMethod> group, ObjectNode operation, List<String> wrong) {
    if (operation.path("summary").asText().isBlank()) {
      wrong.add(id + " has no summary");
    }
    Set<String> consumes = new TreeSet<>();
    Set<String> produces = new TreeSet<>();
    for (RestMethod method : group) {
      consumes.addAll(method.consumes());
      produces.addAll(method.produces());
    }
    Set<String> bodies = names(operation.path("requestBody").path("content"));
    if (!consumes.equals(bodies)) {
      wrong.add(id + " takes " + consumes + ", but described are bodies " + bodies);
    }
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      Set<String> types = names(response.getValue().path("content"));
      if (response.getKey().startsWith("2") && !produces.containsAll(types)) {
        wrong.add(id + " makes " + produces + ", but described are answers " + types);
      }
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
