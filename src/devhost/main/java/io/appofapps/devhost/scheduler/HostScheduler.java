package io.appofapps.devhost.scheduler;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of plugins. Those that run once per cluster are rows: the node that moves a due
 * row's next moment runs it. A job whose runner no node knows waits.
 */
public final class HostScheduler implements SchedulerService, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HostScheduler.class);
  private static final long STOP_SECONDS = 5;

  private final JobTable jobs;
  private final Map<String, JobRunner> runners = new ConcurrentHashMap<>();
  private final Map<String, LocalJob> localJobs = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> thread(task, "scheduler-clock"));
  private final ExecutorService workers =
      Executors.newCachedThreadPool(task -> thread(task, "scheduler-worker"));
  private volatile boolean stopping;

  private record LocalJob(String runner, String schedule, Instant next) {}

  public HostScheduler(JobTable jobs) {
    this.jobs = jobs;
    clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void registerJobRunner(JobRunnerKey key, JobRunner runner) {
    runners.put(key.toString(), runner);
  }

  @Override
  public void unregisterJobRunner(JobRunnerKey key) {
    runners.remove(key.toString());
  }

  @Override
  public void scheduleJob(JobId id, JobConfig config) throws BadScheduleException {
    String schedule = config.getSchedule().toString();
    Instant next =
        Times.first(schedule, Instant.now())
            .orElseThrow(() -> new BadScheduleException("The schedule is never due."));
    String runner = config.getJobRunnerKey().toString();
    if (config.getRunMode() == RunMode.RUN_LOCALLY) {
      localJobs.put(id.toString(), new LocalJob(runner, schedule, next));
    } else {
      jobs.save(id.toString(), runner, schedule, next);
    }
  }

  @Override
  public void unscheduleJob(JobId id) {
    localJobs.remove(id.toString());
    jobs.remove(id.toString());
  }

  /** Null when the schedule is never due. */
  @Override
  public Date calculateNextRunTime(Schedule schedule) throws BadScheduleException {
    return Times.next(schedule.toString(), Instant.now()).map(Date::from).orElse(null);
  }

  private void look() {
    try {
      Instant now = Instant.now();
      for (JobTable.Job job : jobs.due(now)) {
        JobRunner runner = runners.get(job.runner());
        if (runner != null && jobs.claim(job, after(job.schedule(), now))) {
          start(job.id(), runner);
        }
      }
      localJobs.forEach((id, job) -> lookLocally(id, job, now));
    } catch (RuntimeException e) {
      LOG.warn("The scheduler cannot look for due jobs", e);
    }
  }

  private void lookLocally(String id, LocalJob job, Instant now) {
    JobRunner runner = runners.get(job.runner());
    if (runner != null && !job.next().isAfter(now)) {
      localJobs.put(id, new LocalJob(job.runner(), job.schedule(), after(job.schedule(), now)));
      start(id, runner);
    }
  }

  private static Instant after(String schedule, Instant now) {
    try {
      return Times.next(schedule, now).orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
    } catch (BadScheduleException e) {
      throw new IllegalStateException("It was kept so far", e);
    }
  }

  /** A job that still runs here is not begun a second time. */
  private void start(String id, JobRunner runner) {
    if (running.add(id)) {
      workers.execute(() -> run(id, runner));
    }
  }

  private void run(String id, JobRunner runner) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(runner.getClass().getClassLoader());
    Instant begin = Instant.now();
    String outcome;
    try {
      JobRunnerResponse response = runner.runJob(new Request(JobId.of(id), Date.from(begin)));
      outcome = response == null ? "success" : response.toString();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Job {} fails", id, e);
      outcome = "failed: " + e;
    } finally {
      thread.setContextClassLoader(before);
      running.remove(id);
    }
    jobs.ended(id, begin, outcome);
  }

  private final class Request implements JobRunnerRequest {
    private final JobId id;
    private final Date start;

    Request(JobId id, Date start) {
      this.id = id;
      this.start = start;
    }

    @Override
    public Date getStartTime() {
      return start;
    }

    @Override
    public JobId getJobId() {
      return id;
    }

    @Override
    public boolean isCancellationRequested() {
      return stopping;
    }
  }

  /** Asks running jobs to end and waits a moment for them. */
  @Override
  public void close() {
    stopping = true;
    clock.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
