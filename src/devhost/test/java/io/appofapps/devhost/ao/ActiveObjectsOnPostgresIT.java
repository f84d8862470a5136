package io.appofapps.devhost.ao;

import io.appofapps.postgres.LocalPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** Where no PostgreSQL server is installed this is skipped, in CI it fails. */
class ActiveObjectsOnPostgresIT extends ActiveObjectsContract {

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
  DataSource database() throws Exception {
    String name = "notes" + databases++;
    postgres.execute("create database " + name);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.url(name));
    source.setUser(postgres.user());
    return source;
  }
}
