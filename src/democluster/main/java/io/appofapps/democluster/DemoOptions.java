package io.appofapps.democluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What can be chosen when the demo is started, read from system properties.
 *
 * @param port {@code aoa.port}, default 1990
 * @param nodes {@code aoa.nodes}, default 1: so many hosts share database and shared home
 * @param kubeconfig {@code aoa.kubeconfig}: a real cluster instead of the embedded one
 * @param home {@code aoa.home}, default {@code target/demo-home}
 * @param quiet {@code aoa.quiet}: the demo cluster does not change by itself
 * @param database {@code aoa.db.url}, {@code aoa.db.user}, {@code aoa.db.password}, as the host's
 *     own properties; those not given are absent
 * @param hostClasses {@code aoa.host.classes}: folder of the host's classes
 * @param hostDependencies {@code aoa.host.classpath}: file with the class path of its libraries
 * @param jars {@code aoa.host.jars}: plugin jars for the host, separated by commas
 */
record DemoOptions(
    int port,
    int nodes,
    Optional<Path> kubeconfig,
    Path home,
    boolean quiet,
    Map<String, String> database,
    Path hostClasses,
    Path hostDependencies,
    String jars) {

  private static final int MOST_NODES = 8;

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException when one cannot be used, or when the build did not say where
   *     the host is
   */
  static DemoOptions of(Properties properties) {
    Map<String, String> database = new LinkedHashMap<>();
    for (String name : new String[] {"db.url", "db.user", "db.password"}) {
      given(properties, "aoa." + name).ifPresent(value -> database.put("host." + name, value));
    }
    return new DemoOptions(
        number(properties, "aoa.port", 1990, 0, 65535),
        nodes(properties),
        given(properties, "aoa.kubeconfig").map(file -> Path.of(file).toAbsolutePath()),
        Path.of(given(properties, "aoa.home").orElse("target/demo-home")).toAbsolutePath(),
        given(properties, "aoa.quiet").map(Boolean::parseBoolean).orElse(false),
        Map.copyOf(database),
        Path.of(required(properties, "aoa.host.classes")),
        Path.of(required(properties, "aoa.host.classpath")),
        required(properties, "aoa.host.jars"));
  }

  /** The name of a node, counted from 0. */
  static String nodeName(int node) {
    return "node-" + (node + 1);
  }

  /**
   * The system properties of a host's JVM. Several hosts have a port and a home folder each and
   * share the rest.
   *
   * @param node counted from 0
   */
  Map<String, String> hostProperties(int node) {
    Map<String, String> host = new LinkedHashMap<>(database);
    host.put("host.port", port == 0 ? "0" : "" + (port + node));
    host.put("host.home", home.toString());
    host.put("host.jars", jars);
    if (nodes > 1) {
      host.put("host.node", nodeName(node));
      host.put("host.home", home.resolve(nodeName(node)).toString());
      host.put("host.sharedHome", home.resolve("shared-home").toString());
    }
    host.put("host.demo", "true");
    return host;
  }

  private static int nodes(Properties properties) {
    int nodes = number(properties, "aoa.nodes", 1, 1, MOST_NODES);
    boolean common =
        given(properties, "aoa.db.url")
            .filter(url -> url.startsWith("jdbc:postgresql:"))
            .isPresent();
    if (nodes > 1 && !common) {
      throw new IllegalArgumentException(
          "Several nodes need a database that they share: start PostgreSQL, make an empty database"
              + " and add -Daoa.db.url=jdbc:postgresql://127.0.0.1:5432/NAME -Daoa.db.user=USER"
              + " -Daoa.db.password=PASSWORD");
    }
    return nodes;
  }

  private static int number(Properties properties, String name, int usual, int least, int most) {
    String text = given(properties, name).orElse("" + usual);
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not '" + text + "'", e);
    }
    throw new IllegalArgumentException(
        name + " must be from " + least + " to " + most + ", not " + text);
  }

  private static Optional<String> given(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  private static String required(Properties properties, String name) {
    return given(properties, name)
        .orElseThrow(() -> new IllegalArgumentException("Start the demo by Maven: no " + name));
  }
}
