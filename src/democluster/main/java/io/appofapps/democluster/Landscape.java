package io.appofapps.democluster;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The declared demo landscape, as {@code demo.yaml} has it.
 *
 * @param states what is not in order, by name of the Application
 * @param listed further entries of parents' resource lists
 */
record Landscape(
    List<Project> projects,
    List<App> applications,
    List<Service> services,
    Map<String, State> states,
    List<Listed> listed,
    Generated applicationSet) {

  /** The parent under which each column of versions is deployed, and the suffix of the names. */
  private enum Stage {
    DEV("emea-dev", "dev", "emea-dev-1"),
    STAGING("emea-staging", "staging", "emea-staging-1"),
    PROD("emea-prod", "prod", "emea-prod-1"),
    APAC("apac-prod", "prod-apac", "apac-prod-1");

    private final String parent;
    private final String suffix;
    private final String cluster;

    Stage(String parent, String suffix, String cluster) {
      this.parent = parent;
      this.suffix = suffix;
      this.cluster = cluster;
    }
  }

  record Project(String name, String description, List<String> groups) {}

  record Listed(String parent, String name) {}

  record Generated(
      String name,
      String parent,
      String project,
      List<String> clusters,
      String chart,
      String version) {}

  record Service(
      String name,
      String team,
      String project,
      MetadataStyle style,
      boolean chart,
      String dev,
      String staging,
      String prod,
      String apac) {

    private Optional<App> in(Stage stage) {
      String version =
          switch (stage) {
            case DEV -> dev;
            case STAGING -> staging;
            case PROD -> prod;
            case APAC -> apac;
          };
      if (version == null) {
        return Optional.empty();
      }
      String overlay = stage == Stage.APAC ? "prod" : stage.suffix;
      return Optional.of(
          new App(
              name + "-" + stage.suffix,
              null,
              stage.parent,
              project,
              chart ? null : "services/" + name + "/overlays/" + overlay,
              chart ? name : null,
              version,
              null,
              stage.cluster,
              style,
              team,
              name));
    }
  }

  /** One Application; only {@code parent}, {@code chart} or {@code path} may be null. */
  record App(
      String name,
      String namespace,
      String parent,
      String project,
      String path,
      String chart,
      String version,
      String environment,
      String destination,
      MetadataStyle style,
      String team,
      String service) {
    App {
      namespace = Objects.requireNonNullElse(namespace, "argocd");
      version = Objects.requireNonNullElse(version, "");
      environment = Objects.requireNonNullElse(environment, "");
      destination = Objects.requireNonNullElse(destination, "in-cluster");
      style = Objects.requireNonNullElse(style, MetadataStyle.NONE);
      team = Objects.requireNonNullElse(team, "platform");
      service = Objects.requireNonNullElse(service, "");
    }

    /** The same in another version. */
    App at(String other) {
      return new App(
          name,
          namespace,
          parent,
          project,
          path,
          chart,
          other,
          environment,
          destination,
          style,
          team,
          service);
    }
  }

  record State(
      String sync,
      String health,
      String phase,
      String condition,
      String message,
      boolean pruning,
      boolean fresh) {
    static final State IN_ORDER = new State(null, null, null, null, null, false, false);

    State {
      sync = Objects.requireNonNullElse(sync, "Synced");
      health = Objects.requireNonNullElse(health, "Healthy");
      phase = Objects.requireNonNullElse(phase, "Succeeded");
      condition = Objects.requireNonNullElse(condition, "");
      message = Objects.requireNonNullElse(message, "");
    }
  }

  static Landscape load() {
    try (InputStream yaml = Landscape.class.getResourceAsStream("demo.yaml")) {
      return Serialization.yamlMapper().readValue(yaml, new TypeReference<Landscape>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The demo landscape cannot be read", e);
    }
  }

  /** The declared Applications and one per service and stage. */
  List<App> allApplications() {
    List<App> all = new ArrayList<>(applications);
    for (Stage stage : Stage.values()) {
      services.stream().flatMap(service -> service.in(stage).stream()).forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** One per stage that the service is deployed to, in the order of the stages. */
  List<App> applicationsOf(Service service) {
    return Stream.of(Stage.values()).flatMap(stage -> service.in(stage).stream()).toList();
  }

  Optional<Service> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** Whether that name is one of the declared Applications, which parents all are. */
  Optional<App> declared(String name) {
    return applications.stream().filter(app -> app.name().equals(name)).findFirst();
  }

  State state(String application) {
    return states.getOrDefault(application, State.IN_ORDER);
  }

  /** Names that a parent lists without owning them: missing, shared or looping children. */
  Stream<String> listedBy(String parent) {
    return listed.stream().filter(entry -> entry.parent().equals(parent)).map(Listed::name);
  }
}
