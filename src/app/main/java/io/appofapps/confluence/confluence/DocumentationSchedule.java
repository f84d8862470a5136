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
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.job.RunPlan;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a run over the documentation when the administrator wants it, once in the cluster. The
 * job only asks: the run itself goes on elsewhere, so that a long one neither holds one of
 * Confluence's scheduler threads nor is lost with a node.
 */
@Named
public class DocumentationSchedule implements RunPlan {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentationSchedule.class);
  private static final JobRunnerKey RUNNER = JobRunnerKey.of("io.appofapps.confluence:reconcile");
  private static final JobId JOB = JobId.of("io.appofapps.confluence:reconcile");

  private final SchedulerService scheduler;
  private final ConfigurationReader configuration;
  private final Reconciler reconciler;
  private boolean running;
  private boolean listening;
  private String scheduled = "";

  @Inject
  public DocumentationSchedule(
      @ComponentImport SchedulerService scheduler,
      ConfigurationReader configuration,
      Reconciler reconciler) {
    this.scheduler = scheduler;
    this.configuration = configuration;
    this.reconciler = reconciler;
  }

  /** Puts the schedule in force and follows its changes. */
  public synchronized void start() {
    scheduler.registerJobRunner(
        RUNNER, request -> JobRunnerResponse.success("Run " + reconciler.ask(false, "").number()));
    running = true;
    if (!listening) {
      configuration.onChange(this::follow);
      listening = true;
    }
    follow();
  }

  /**
   * Takes the runner away. The job itself stays in the cluster's plan: other nodes still have the
   * app.
   */
  public synchronized void stop() {
    running = false;
    scheduled = "";
    scheduler.unregisterJobRunner(RUNNER);
  }

  private synchronized void follow() {
    DocumentationRules rules = configuration.current().documentation();
    String wanted = rules.scheduled() ? rules.cron() : "-";
    if (!running || wanted.equals(scheduled)) {
      return;
    }
    try {
      if (rules.scheduled()) {
        scheduler.scheduleJob(
            JOB,
            JobConfig.forJobRunnerKey(RUNNER)
                .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                .withSchedule(Schedule.forCronExpression(rules.cron())));
      } else {
        scheduler.unscheduleJob(JOB);
      }
      scheduled = wanted;
    } catch (SchedulerServiceException e) {
      LOG.warn("Confluence does not take the schedule '{}' of the documentation", wanted, e);
    }
  }

  @Override
  public Optional<Instant> next() {
    DocumentationRules rules = configuration.current().documentation();
    if (!rules.scheduled()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
              scheduler.calculateNextRunTime(Schedule.forCronExpression(rules.cron())))
          .map(Date::toInstant);
    } catch (SchedulerServiceException e) {
      LOG.debug("Confluence does not take the schedule '{}'", rules.cron(), e);
      return Optional.empty();
    }
  }
}
