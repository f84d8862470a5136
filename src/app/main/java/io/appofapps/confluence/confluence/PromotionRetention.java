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
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.rows.PromotionChain;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes rows of the promotion log that are older than the administrator wants them kept, every
 * night, once in the cluster. What is kept stays verifiable.
 */
@Named
public class PromotionRetention {

  private static final Logger LOG = LoggerFactory.getLogger(PromotionRetention.class);
  private static final String KEY = "io.appofapps.confluence:promotion-retention";
  private static final JobRunnerKey RUNNER = JobRunnerKey.of(KEY);
  private static final JobId JOB = JobId.of(KEY);
  private static final String NIGHTLY = "0 40 3 * * ?";

  private final SchedulerService scheduler;
  private final ConfigurationReader configuration;
  private final PromotionChain chain;
  private final Clock clock;

  @Inject
  public PromotionRetention(
      @ComponentImport SchedulerService scheduler,
      ConfigurationReader configuration,
      PromotionChain chain) {
    this(scheduler, configuration, chain, Clock.systemUTC());
  }

  PromotionRetention(
      SchedulerService scheduler,
      ConfigurationReader configuration,
      PromotionChain chain,
      Clock clock) {
    this.scheduler = scheduler;
    this.configuration = configuration;
    this.chain = chain;
    this.clock = clock;
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
      return JobRunnerResponse.success(prune());
    } catch (RuntimeException e) {
      LOG.warn("The promotion log could not be shortened", e);
      return JobRunnerResponse.failed("The promotion log could not be shortened");
    }
  }

  /**
   * Removes what is too old.
   *
   * @return what was done, for people
   */
  String prune() {
    int days = configuration.current().promotion().retentionDays();
    if (days == 0) {
      return "The promotion log is kept for ever";
    }
    Instant now = clock.instant();
    int removed =
        chain.prune(
            now.minus(Duration.ofDays(days)), "kept for " + days + " days (retentionDays)", now);
    String done = removed + " rows of the promotion log were older than " + days + " days";
    LOG.info("{} and are removed", done);
    return done;
  }
}
