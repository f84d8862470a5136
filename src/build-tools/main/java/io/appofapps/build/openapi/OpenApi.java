package io.appofapps.build.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the OpenAPI 3.1 document: {@code OpenApi <classes> <package> <descriptions> <version>
 * <output>}.
 *
 * <p>Addresses, methods, parameters, types of bodies and guards come from the classes of the
 * package. The descriptions, one YAML file or more in a folder, say the rest in the words of
 * OpenAPI itself: {@code operations} by id, {@code schemas}, {@code parameters}, {@code responses},
 * {@code securitySchemes}, {@code names} for parameters of the code by their name, and {@code
 * document} with {@code info} and {@code tags}. What is described and not in the code, or in the
 * code and not described, or of other types, fails the build.
 */
public final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private OpenApi() {}

  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    List<RestMethod> methods = methods(classes.resolve(arguments[1].replace('.', '/')));
    ObjectNode document = document(methods, descriptions(Path.of(arguments[2])), arguments[3]);
    Path output = Path.of(arguments[4]);
    Files.createDirectories(output.getParent());
    JSON.writeValue(output.toFile(), document);
  }

  static ObjectNode document(List<RestMethod> methods, ObjectNode descriptions, String version) {
    ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
    document.setAll((ObjectNode) descriptions.path("document"));
    document.withObject("/info").put("version", version);
    Operations operations = new Operations(descriptions);
    document.set("paths", operations.paths(methods));
    ObjectNode components = document.putObject("components");
    for (String kind : List.of("schemas", "parameters", "responses", "securitySchemes")) {
      if (descriptions.has(kind)) {
        components.set(kind, descriptions.get(kind));
      }
    }
    return document;
  }

  private static List<RestMethod> methods(Path folder) throws IOException {
    List<RestMethod> methods = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        methods.addAll(RestClass.methods(Files.readAllBytes(file)));
      }
    }
    return methods;
  }

  /** All files as one; what two of them say of the same name is an error. */
  private static ObjectNode descriptions(Path folder) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        YAML.readTree(file.toFile())
            .fields()
            .forEachRemaining(part -> add(all, part.getKey(), part.getValue(), file));
      }
    }
    return all;
  }

  private static void add(ObjectNode all, String part, JsonNode more, Path file) {
    ObjectNode target = all.withObject("/" + part);
    more.fields()
        .forEachRemaining(
            entry -> {
              if (target.has(entry.getKey())) {
                throw new OpenApiException(
                    file.getFileName() + ": " + part + "." + entry.getKey() + " is said twice");
              }
              target.set(entry.getKey(), entry.getValue());
            });
  }
}
