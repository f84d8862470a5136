package io.appofapps.devhost.browser;

import io.appofapps.democluster.DemoGit;
import io.appofapps.democluster.EmbeddedCluster;
import io.appofapps.democluster.EmbeddedDemo;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/**
 * The quiet demo: an embedded cluster that only the tests change, and what lands in its Git
 * repository, and the host with the jar.
 */
public final class RunningDemo implements AutoCloseable {
  private static final String SET = "hq";
  private final Path home = RunningHost.newHome();
  private final EmbeddedDemo demo = EmbeddedDemo.start();
  private final Map<String, String> database;
  private RunningHost host;

  private RunningDemo(Map<String, String> database) {
    this.database = database;
    demo.configure(home);
    try {
      host = RunningHost.start(home, database, SET);
    } catch (RuntimeException | AssertionError e) {
      demo.close();
      throw e;
    }
  }

  static RunningDemo start() {
    return start(Map.of());
  }

  /**
   * Starts cluster and host.
   *
   * @param database the properties {@code host.db.*}; empty for the file of H2
   */
  public static RunningDemo start(Map<String, String> database) {
    return new RunningDemo(database);
  }

  /** Ends the host and starts it again on the same home and database. */
  public void restartHost() {
    host.close();
    host = RunningHost.start(home, database, SET);
  }

  /** The cluster behind the host. */
  public EmbeddedCluster cluster() {
    return demo.cluster();
  }

  /** The Git host of the Applications. */
  public DemoGit git() {
    return demo.git();
  }

  /** Base URL of the host with its context path, without a slash at the end. */
  public String url() {
    return host.url();
  }

  /** A GET with the access token of the demo account {@code admin}. */
  public HttpResponse<String> get(String path) {
    return host.get(path);
  }

  /** The access token of a demo account. */
  public String token(String account) {
    return host.token(account);
  }

  @Override
  public void close() {
    host.close();
    demo.close();
  }
}
