package io.appofapps.devhost.cluster;

import io.appofapps.devhost.db.Database;
import io.appofapps.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Where no PostgreSQL server is installed this is skipped, in CI it fails. */
class ClusterLocksOnPostgresIT extends ClusterLocksContract {

  private static LocalPostgres postgres;
  private static int databases;

  @BeforeAll
  static void startServer() throws Exception {
    postgres = LocalPostgres.startOrSkip();
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  Database database() throws Exception {
    String name = "locks" + databases++;
    postgres.execute("create database " + name);
    return Database.open(postgres.url(name), postgres.user(), "");
  }
}
