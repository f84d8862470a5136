package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * With the isolation that the product asks for. Where no PostgreSQL server is installed this is
 * skipped, in CI it fails.
 */
class PromotionOnPostgresIT extends PromotionContract {

  /** Read by Active Objects, whose own choice is the strictest. */
  private static final String ISOLATION = "ao.transaction.isolation.level";

  private static LocalPostgres postgres;
  private static int databases;

  @BeforeAll
  static void startServer() throws Exception {
    System.setProperty(ISOLATION, "TRANSACTION_READ_COMMITTED");
    postgres = LocalPostgres.startOrSkip();
  }

  @AfterAll
  static void stopServer() throws Exception {
    System.clearProperty(ISOLATION);
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
