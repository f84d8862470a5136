package io.appofapps.devhost.scale;

import io.appofapps.postgres.LocalPostgres;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the app has done to its tables, as the database itself counts. */
final class RowCounters {

  /**
   * The settings of the server that make it count statements. Active Objects names the columns of
   * an insert in ever another order, so there are thousands of texts.
   */
  static final String[] SETTINGS =
      Stream.concat(
              LocalPostgres.DURABLE.stream(),
              Stream.of(
                  "shared_preload_libraries=pg_stat_statements", "pg_stat_statements.max=50000"))
          .toArray(String[]::new);

  private static final long QUIET_SECONDS = 15;
  private static final long LONGEST_SECONDS = 120;

  private final LocalPostgres postgres;

  RowCounters(LocalPostgres postgres) throws Exception {
    this.postgres = postgres;
    postgres.execute("create extension if not exists pg_stat_statements");
  }

  /** Begins to count statements anew. */
  void reset() throws Exception {
    postgres.ask("select pg_stat_statements_reset()");
  }

  /** Statements on the app's tables of that verb since the last reset. */
  long statements(String verb) throws Exception {
    return Long.parseLong(
        postgres.ask(
            "select coalesce(sum(calls), 0) from pg_stat_statements where query ilike '"
                + verb
                + " %' and query like '%\"AO\\_%'"));
  }

  /** Rows of the app's tables inserted, updated or deleted since the server's start. */
  long written() throws Exception {
    return Long.parseLong(
        postgres.ask(
            "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"
                + " where relname like 'AO\\_%'"));
  }

  /** Statements that write to the app's tables since the last reset. */
  long writing() throws Exception {
    return statements("insert") + statements("update") + statements("delete");
  }

  /** Waits until nothing has been written for a while. */
  void awaitQuiet() throws Exception {
    long before = -1;
    for (long second = 0; written() != before; second += QUIET_SECONDS) {
      if (second > LONGEST_SECONDS) {
        throw new IllegalStateException("The app writes all the time");
      }
      before = written();
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
    }
  }
}
