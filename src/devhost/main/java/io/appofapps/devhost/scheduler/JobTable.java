package io.appofapps.devhost.scheduler;

import io.appofapps.devhost.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The jobs that run once per cluster, for all nodes of the database. */
public final class JobTable {

  private static final int LONGEST = 1000;
  private static final List<String> SCHEMA =
      List.of(
          "create table host_job (id varchar(255) primary key, runner varchar(255) not null,"
              + " schedule varchar(500) not null, next_at bigint not null,"
              + " claims bigint not null, last_at timestamp with time zone,"
              + " outcome varchar(1000) not null)");

  private final Database database;

  public JobTable(Database database) {
    this.database = database;
    database.migrate("scheduler", SCHEMA);
  }

  /** A job with the number of times it was claimed. */
  record Job(String id, String runner, String schedule, long claims) {}

  /** A job as the console shows it. */
  public record Shown(String id, String schedule, String next, String last, String outcome) {}

  /** One that is there with the same schedule keeps its next moment. */
  void save(String id, String runner, String schedule, Instant next) {
    int kept =
        database
            .jdbc()
            .sql("update host_job set runner = ? where id = ? and schedule = ?")
            .params(runner, id, schedule)
            .update();
    if (kept == 0) {
      database
          .transactions()
          .executeWithoutResult(
              status -> {
                remove(id);
                database
                    .jdbc()
                    .sql(
                        "insert into host_job (id, runner, schedule, next_at, claims, outcome)"
                            + " values (?, ?, ?, ?, 0, '')")
                    .params(id, runner, schedule, next.toEpochMilli())
                    .update();
              });
    }
  }

  void remove(String id) {
    database.jdbc().sql("delete from host_job where id = ?").param(id).update();
  }

  List<Job> due(Instant now) {
    return database
        .jdbc()
        .sql("select id, runner, schedule, claims from host_job where next_at <= ?")
        .param(now.toEpochMilli())
        .query(
            (row, number) ->
                new Job(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
        .list();
  }

  /** Whether it is for this node to run: of several that ask only one is told so. */
  boolean claim(Job job, Instant next) {
    return database
            .jdbc()
            .sql("update host_job set next_at = ?, claims = claims + 1 where id = ? and claims = ?")
            .params(next.toEpochMilli(), job.id(), job.claims())
            .update()
        == 1;
  }

  void ended(String id, Instant begin, String outcome) {
    database
        .jdbc()
        .sql("update host_job set last_at = ?, outcome = ? where id = ?")
        .params(
            OffsetDateTime.ofInstant(begin, ZoneOffset.UTC),
            outcome.substring(0, Math.min(LONGEST, outcome.length())),
            id)
        .update();
  }

  /** All jobs by name. */
  public List<Shown> all() {
    return database
        .jdbc()
        .sql("select id, schedule, next_at, last_at, outcome from host_job order by id")
        .query(
            (row, number) -> {
              OffsetDateTime last = row.getObject(4, OffsetDateTime.class);
              return new Shown(
                  row.getString(1),
                  row.getString(2),
                  Instant.ofEpochMilli(row.getLong(3)).toString(),
                  last == null ? "" : last.toInstant().toString(),
                  row.getString(5));
            })
        .list();
  }
}
