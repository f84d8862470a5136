package io.appofapps.confluence.promotion.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of the corpus: {@code before}, the repository; {@code after}, those of its files that a
 * promotion from staging to prod changes; {@code case.json}, the Applications in the clusters and
 * what is expected besides.
 */
final class EditCase {

  private final Path folder;
  private final JsonNode json;

  private EditCase(Path folder, JsonNode json) {
    this.folder = folder;
    this.json = json;
  }

  static List<EditCase> all(Path corpus) throws IOException {
    List<EditCase> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(corpus)) {
      for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
        byte[] json = Files.readAllBytes(each.resolve("case.json"));
        cases.add(new EditCase(each, new ObjectMapper().readTree(json)));
      }
    }
    return cases;
  }

  String name() {
    return folder.getFileName() + ": " + json.path("about").asText();
  }

  List<String> moves() {
    return texts(json.path("moves"));
  }

  /** Sentences for people. */
  List<String> blockers() {
    return texts(json.path("blockers"));
  }

  Map<String, byte[]> after() throws IOException {
    return files("after");
  }

  Plan plan() throws IOException {
    FilesInMemory files = new FilesInMemory();
    files("before").forEach(files::with);
    texts(json.path("branches")).forEach(files::branch);
    Map<ApplicationKey, String> environments = new HashMap<>();
    List<Application> applications = new ArrayList<>();
    List<ApplicationSet> sets = new ArrayList<>();
    for (String environment : List.of("staging", "prod")) {
      environments.put(key(environment), environment);
      applications.add(application(environment));
      if (json.path("parents").has(environment)) {
        String connection = key(environment).connection();
        applications.add(
            parent(
                Apps.app(connection, "argocd", "root-" + environment),
                json.path("parents").path(environment),
                environment));
      }
    }
    if (json.has("parent")) {
      applications.add(parent(Apps.app("root"), json.path("parent"), "staging", "prod"));
    }
    if (json.has("set")) {
      sets.add(Apps.set(json.path("set").asText()));
    }
    Forest forest = Forest.of(applications, sets);
    return new Planner(files, forest, key -> environments.getOrDefault(key, ""))
        .plan(
            "payments",
            "staging",
            "prod",
            forest.node(NodeId.application(key("staging"))).orElseThrow(),
            forest.node(NodeId.application(key("prod"))).orElseThrow());
  }

  private ApplicationKey key(String environment) {
    JsonNode app = json.path(environment);
    return new ApplicationKey(
        app.path("connection").asText("default"),
        "argocd",
        app.path("name").asText("payments-" + environment));
  }

  private Application parent(Apps root, JsonNode parent, String... environments) {
    root.source(
        parent.path("repository").asText("https://git.example.com/gitops"),
        parent.path("path").asText(),
        "",
        parent.path("revision").asText("main"),
        texts(parent.path("valueFiles")));
    if (json.has("set")) {
      root.listsSet(json.path("set").asText());
    } else {
      Stream.of(environments).forEach(each -> root.lists(key(each).name()));
    }
    return root.build();
  }

  private Application application(String environment) {
    JsonNode given = json.path(environment);
    ApplicationKey key = key(environment);
    Apps app = Apps.app(key.connection(), key.namespace(), key.name());
    for (JsonNode source : given.path("sources")) {
      app.source(
          source.path("chart").asText("").isEmpty()
              ? "https://git.example.com/gitops"
              : "https://charts.example.com",
          source.path("path").asText(""),
          source.path("chart").asText(""),
          source.path("revision").asText(),
          texts(source.path("valueFiles")));
    }
    app.images(texts(given.path("images")).toArray(String[]::new));
    given
        .path("annotations")
        .fields()
        .forEachRemaining(each -> app.annotation(each.getKey(), each.getValue().asText()));
    if (json.has("set")) {
      app.ownedBy("", json.path("set").asText());
    }
    return app.build();
  }

  private Map<String, byte[]> files(String part) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path top = folder.resolve(part);
    if (Files.isDirectory(top)) {
      try (Stream<Path> walk = Files.walk(top)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          files.put(top.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
