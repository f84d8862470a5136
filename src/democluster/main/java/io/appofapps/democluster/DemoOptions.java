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
    String port,
    Optional<Path> kubeconfig,
    Path home,
    boolean quiet,
    Map<String, String> database,
    Path hostClasses,
    Path hostDependencies,
    String jars) {

  /**
   * @throws IllegalArgumentException when the build did not say where the host is
   */
  static DemoOptions of(Properties properties) {
    Map<String, String> database = new LinkedHashMap<>();
    for (String name : new String[] {"db.url", "db.user", "db.password"}) {
      given(properties, "aoa." + name).ifPresent(value -> database.put("host." + name, value));
    }
    return new DemoOptions(
        given(properties, "aoa.port").orElse("1990"),
        given(properties, "aoa.kubeconfig").map(file -> Path.of(file).toAbsolutePath()),
        Path.of(given(properties, "aoa.home").orElse("target/demo-home")).toAbsolutePath(),
        given(properties, "aoa.quiet").map(Boolean::parseBoolean).orElse(false),
        Map.copyOf(database),
        Path.of(required(properties, "aoa.host.classes")),
        Path.of(required(properties, "aoa.host.classpath")),
        required(properties, "aoa.host.jars"));
  }

  /** The system properties of the host's JVM. */
  Map<String, String> hostProperties() {
    Map<String, String> host = new LinkedHashMap<>(database);
    host.put("host.port", port);
    host.put("host.home", home.toString());
    host.put("host.jars", jars);
    host.put("host.demo", "true");
    return host;
  }

  private static Optional<String> given(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  private static String required(Properties properties, String name) {
    return given(properties, name)
        .orElseThrow(() -> new IllegalArgumentException("Start the demo by Maven: no " + name));
  }
}
