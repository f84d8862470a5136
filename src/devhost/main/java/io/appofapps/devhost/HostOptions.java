package io.appofapps.devhost;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What can be chosen when the host is started, read from system properties.
 *
 * @param port {@code host.port}, default 1990; 0 takes any free port
 * @param home {@code host.home}, default {@code target/host-home}
 * @param sharedHome {@code host.sharedHome}, default {@code shared-home} in the home folder
 * @param databaseUrl {@code host.db.url}: a JDBC URL of H2 or PostgreSQL, default an H2 file in the
 *     home folder
 * @param databaseUser {@code host.db.user}
 * @param databasePassword {@code host.db.password}
 * @param node {@code host.node}: name of this node where several share database and shared home;
 *     without it the host is alone
 * @param jars {@code host.jars}: plugin jars, separated by commas
 * @param demo {@code host.demo}: make demo accounts and demo content
 * @param wiredTests {@code host.wiredTests}: answer the runner of wired tests
 * @param anonymousAccess {@code host.anonymous}: whether people who are not signed in may see the
 *     site
 */
public record HostOptions(
    int port,
    Path home,
    Path sharedHome,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    Optional<String> node,
    List<Path> jars,
    boolean demo,
    boolean wiredTests,
    boolean anonymousAccess) {

  public HostOptions {
    jars = List.copyOf(jars);
  }

  /** Reads the options; an unreadable port is an IllegalArgumentException that names it. */
  public static HostOptions of(Properties properties) {
    Path home = Path.of(properties.getProperty("host.home", "target/host-home")).toAbsolutePath();
    return new HostOptions(
        port(properties.getProperty("host.port", "1990")),
        home,
        Path.of(properties.getProperty("host.sharedHome", home.resolve("shared-home").toString())),
        properties.getProperty("host.db.url", "jdbc:h2:file:" + home.resolve("database")),
        properties.getProperty("host.db.user", "sa"),
        properties.getProperty("host.db.password", ""),
        Optional.ofNullable(properties.getProperty("host.node")).filter(name -> !name.isBlank()),
        jars(properties.getProperty("host.jars", "")),
        Boolean.parseBoolean(properties.getProperty("host.demo")),
        Boolean.parseBoolean(properties.getProperty("host.wiredTests")),
        Boolean.parseBoolean(properties.getProperty("host.anonymous")));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.trim());
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("host.port must be a number, not '" + text + "'", e);
    }
    throw new IllegalArgumentException("host.port must be from 0 to 65535, not " + text);
  }

  private static List<Path> jars(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .toList();
  }
}
