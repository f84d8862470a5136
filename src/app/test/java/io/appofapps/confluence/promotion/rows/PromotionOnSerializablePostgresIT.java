package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * With the library's own isolation, the strictest. Where no PostgreSQL server is installed this is
 * skipped, in CI it fails.
 */
class PromotionOnSerializablePostgresIT extends PromotionContract {

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
  TestActiveObjects database() throws Exception {
    String name = "promotion" + databases++;
    postgres.execute("create database " + name);
    return TestActiveObjects.postgres(postgres.url(name), postgres.user());
  }
}
