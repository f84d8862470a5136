package io.appofapps.devhost.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostSchedulerTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final JobRunnerKey RUNNER = JobRunnerKey.of("runner");
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final Database database =
      Database.open("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
  private final JobTable table = new JobTable(database);
  private final HostScheduler one = new HostScheduler(table);
  private final HostScheduler other = new HostScheduler(table);
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void close() {
    one.close();
    other.close();
    database.close();
  }

  private static JobConfig config(RunMode mode, Schedule schedule) {
    return JobConfig.forJobRunnerKey(RUNNER).withRunMode(mode).withSchedule(schedule);
  }

  private void runners() {
    for (HostScheduler node : new HostScheduler[] {one, other}) {
      node.registerJobRunner(
          RUNNER,
          request -> {
            runs.incrementAndGet();
            return JobRunnerResponse.success("done");
          });
    }
  }

  @Test
  void aJobOfTheClusterRunsOnOneNodeOnly() throws Exception {
    runners();
    one.scheduleJob(
        JobId.of("job"),
        config(RunMode.RUN_ONCE_PER_CLUSTER, Schedule.forInterval(3_600_000, new Date())));
    Await.until("a run", LIMIT, () -> table.all().get(0).outcome().equals("success: done"));
    assertThat(runs).hasValue(1);
    assertThat(table.due(Instant.now())).isEmpty();
  }

  @Test
  void aJobWithoutARunnerWaits() throws Exception {
    one.scheduleJob(
        JobId.of("job"),
        config(RunMode.RUN_ONCE_PER_CLUSTER, Schedule.forInterval(3_600_000, new Date())));
    Await.until("its time", LIMIT, () -> table.due(Instant.now()).size() == 1);
    runners();
    Await.until("a run", LIMIT, () -> runs.get() == 1);
  }

  @Test
  void aLocalJobRunsOnEveryNodeThatHasIt() throws Exception {
    runners();
    for (HostScheduler node : new HostScheduler[] {one, other}) {
      node.scheduleJob(
          JobId.of("job"),
          config(RunMode.RUN_LOCALLY, Schedule.forInterval(3_600_000, new Date())));
    }
    Await.until("both runs", LIMIT, () -> runs.get() == 2);
  }

  @Test
  void cronExpressionsHaveSecondsAndAZone() throws Exception {
    Instant after = Instant.parse("2028-02-28T12:00:00Z");
    assertThat(Times.next(Schedule.forCronExpression("0 30 2 * * ?", UTC).toString(), after))
        .contains(Instant.parse("2028-02-29T02:30:00Z"));
    assertThat(
            Times.next(
                Schedule.forCronExpression("0 0 3 ? * MON", TimeZone.getTimeZone("Europe/Berlin"))
                    .toString(),
                after))
        .contains(Instant.parse("2028-03-06T02:00:00Z"));
  }

  @Test
  void aScheduleThatNobodyUnderstandsIsRefused() {
    for (String bad : new String[] {"every day", "0 0 3 ? * 2", "0 99 * * * ?"}) {
      assertThatThrownBy(() -> one.calculateNextRunTime(Schedule.forCronExpression(bad, UTC)))
          .as(bad)
          .isInstanceOf(BadScheduleException.class);
    }
  }
}
