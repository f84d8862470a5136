package io.appofapps.devhost.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.RunningDemo;
import io.appofapps.postgres.LocalPostgres;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The host and the app on PostgreSQL; where no server is installed this is skipped, in CI it fails.
 */
class PostgresIT {

  private static final String TREE = "/rest/aoa/1.0/sets/hq/tree";

  @Test
  void keepsTheStateInTheDatabaseAndAnswersFromItWhileTheClusterIsAway() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.startOrSkip();
        RunningDemo demo =
            RunningDemo.start(
                Map.of("host.db.url", postgres.url(), "host.db.user", postgres.user()))) {
      String table =
          postgres.ask(
              "select table_name from information_schema.tables"
                  + " where table_name like 'AO\\_______\\_RESOURCE\\_ROW'");
      await(postgres, "select count(*) from \"" + table + "\"", 60);
      // the age is known once every kind has been listed
      await(
          postgres,
          "select count(*) from \""
              + table.replace("RESOURCE", "CONNECTION")
              + "\" where \"PHASE_WORD\" = 'LIVE' and \"AS_OF_MILLIS\" > 0",
          1);

      demo.cluster().stop();
      demo.restartHost();

      String tree = demo.get(TREE).body();
      assertThat(tree).contains("\"name\":\"payments-prod\"").contains("\"asOf\":\"20");
      assertThat(demo.get("/display/DEMO/Deployment+tree").body())
          .contains("payments-prod")
          .contains("aoa-stale");
    }
  }

  private static void await(LocalPostgres postgres, String count, int least) {
    Await.until(
        "enough rows",
        Duration.ofSeconds(30),
        () -> Integer.parseInt(postgres.ask(count)) >= least);
  }
}
