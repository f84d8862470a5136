package io.appofapps.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL server of the test's own, on loopback, in a folder that goes with it. */
public final class LocalPostgres implements AutoCloseable {

  private static final String USER = "aoa";

  /** No test asks what a crash of the machine leaves. */
  private static final List<String> HASTY =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  /** The server's own: for figures. */
  public static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  private final Path binaries;
  private final Path folder;
  private final int port;

  private LocalPostgres(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** The folder of {@code initdb}: on the path, or where Debian puts it. */
  private static Optional<Path> binaries() {
    Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
    return Stream.concat(onPath, debian())
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .findFirst();
  }

  private static Stream<Path> debian() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Stream.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .map(version -> version.resolve("bin"))
          .sorted(Comparator.reverseOrder())
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static LocalPostgres start(Path binaries, List<String> settings) throws Exception {
    Path folder = Files.createTempDirectory("aoa-postgres-");
    LocalPostgres postgres = new LocalPostgres(binaries, folder, freePort());
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    postgres.call("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "-N");
    postgres.call(
        "pg_ctl",
        "-D",
        data.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-h 127.0.0.1 -p "
            + postgres.port
            + " -k "
            + folder
            + Stream.concat(HASTY.stream(), settings.stream())
                .map(" -c "::concat)
                .collect(Collectors.joining()),
        "start");
    return postgres;
  }

  /**
   * A new server. Where none is installed the test is skipped with a line that says so; in CI that
   * is a failure.
   *
   * @param settings of the server, {@code name=value}; without {@link #DURABLE} it writes nothing
   *     through to the disk
   */
  public static LocalPostgres startOrSkip(String... settings) throws Exception {
    Optional<Path> binaries = binaries();
    if (binaries.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("CI has no PostgreSQL server");
    }
    if (binaries.isEmpty()) {
      System.out.println("Skipped: no PostgreSQL server is installed on this machine");
      throw new TestAbortedException("no PostgreSQL server is installed");
    }
    return start(binaries.get(), List.of(settings));
  }

  public String url() {
    return url("postgres");
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public void execute(String sql) throws Exception {
    try (var connection = DriverManager.getConnection(url(), USER, "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String user() {
    return USER;
  }

  /** The only value of the first row. */
  public String ask(String sql) throws Exception {
    try (var connection = DriverManager.getConnection(url(), USER, "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** PostgreSQL refuses to run as root: Debian's own user runs it then. */
  private void call(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    call("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
