package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.appofapps.confluence.promotion.rows.LogRetention;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shortens the promotion log every night, once in the cluster. */
@Named
public class PromotionRetention {

  private static final Logger LOG = LoggerFactory.getLogger(PromotionRetention.class);
  private static final String KEY = "io.appofapps.confluence:promotion-retention";
  private static final JobRunnerKey RUNNER = JobRunnerKey.of(KEY);
  private static final JobId JOB = JobId.of(KEY);
  private static final String NIGHTLY = "0 40 3 * * ?";

  private final SchedulerService scheduler;
  private final LogRetention retention;

  @Inject
  public PromotionRetention(@ComponentImport SchedulerService scheduler, LogRetention retention) {
    this.scheduler = scheduler;
    this.retention = retention;
  }

  /** Puts the job into Confluence's plan. */
  void start() {
    scheduler.registerJobRunner(RUNNER, request -> run());
    try {
      scheduler.scheduleJob(
          JOB,
          JobConfig.forJobRunnerKey(RUNNER)
              .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
              .withSchedule(Schedule.forCronExpression(NIGHTLY)));
    } catch (SchedulerServiceException e) {
      LOG.warn("Confluence does not take the job that shortens the promotion log", e);
    }
  }

  /** Takes the runner away; the job stays in the plan for the other nodes. */
  void stop() {
    scheduler.unregisterJobRunner(RUNNER);
  }

  private JobRunnerResponse run() {
    try {
      return JobRunnerResponse.success(retention.prune());
    } catch (RuntimeException e) {
      LOG.warn("The promotion log could not be shortened", e);
      return JobRunnerResponse.failed("The promotion log could not be shortened");
    }
  }
}
