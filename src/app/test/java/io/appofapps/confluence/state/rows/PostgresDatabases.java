package io.appofapps.confluence.state.rows;

import io.appofapps.postgres.LocalPostgres;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * An empty database for each test, one after the other, on the one PostgreSQL server of the JVM.
 * Where no PostgreSQL server is installed the class is skipped, in CI it fails.
 */
public final class PostgresDatabases implements BeforeAllCallback, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(PostgresDatabases.class);

  /** Read by Active Objects, whose own choice is the strictest. */
  private static final String ISOLATION = "ao.transaction.isolation.level";

  private final boolean readCommitted;
  private LocalPostgres server;

  private PostgresDatabases(boolean readCommitted) {
    this.readCommitted = readCommitted;
  }

  /** With the isolation that the product asks for. */
  public static PostgresDatabases readCommitted() {
    return new PostgresDatabases(true);
  }

  /** With the isolation of Active Objects itself, the strictest. */
  public static PostgresDatabases serializable() {
    return new PostgresDatabases(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .getOrComputeIfAbsent("server", key -> start(), LocalPostgres.class);
    if (readCommitted) {
      System.setProperty(ISOLATION, "TRANSACTION_READ_COMMITTED");
    }
  }

  private static LocalPostgres start() {
    try {
      return LocalPostgres.startOrSkip();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(ISOLATION);
  }

  /** Active Objects on an empty database; what was in the last one is gone. */
  public TestActiveObjects next() throws Exception {
    server.execute("drop schema public cascade");
    server.execute("create schema public");
    return TestActiveObjects.postgres(server.url(), server.user());
  }
}
