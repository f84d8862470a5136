package io.appofapps.confluence.metrics;

import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.rows.Run;
import io.appofapps.confluence.git.RepositoryCommits;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the app has done: runs over the documentation and promotions, which all nodes share, from
 * their rows; failures of API servers and Git hosts, which are of this node.
 */
@Named
public class WorkFigures implements MultiCollector {

  private static final Logger LOG = LoggerFactory.getLogger(WorkFigures.class);
  private static final double MILLIS = 1e3;

  private final Reconciler reconciler;
  private final PromotionLedger promotions;
  private final Connections connections;
  private final RepositoryCommits commits;

  @Inject
  public WorkFigures(
      Reconciler reconciler,
      PromotionLedger promotions,
      Connections connections,
      RepositoryCommits commits) {
    this.reconciler = reconciler;
    this.promotions = promotions;
    this.connections = connections;
    this.commits = commits;
  }

  @Override
  public MetricSnapshots collect() {
    Figures figures = new Figures();
    Figures.Family failures =
        figures.counter(
            "aoa_kubernetes_failures",
            "API servers that could not be asked, by connection and kind of failure.",
            "connection",
            "kind");
    connections
        .failures()
        .counts()
        .forEach((key, count) -> failures.add(count, key.connection(), word(key.kind())));
    Figures.Family fetches =
        figures.counter("aoa_git_fetches", "Fetches from Git repositories, by outcome.", "outcome");
    commits.fetches().counts().forEach((outcome, count) -> fetches.add(count, word(outcome)));
    try {
      List<Run> runs = reconciler.runs();
      Map<PromotionState, Integer> states = promotions.counts();
      runs(figures, runs);
      Figures.Family promoted =
          figures.gauge("aoa_promotions", "Promotions kept, by state.", "state");
      states.forEach((state, count) -> promoted.add(count, state.word().replace('-', '_')));
    } catch (RuntimeException e) {
      LOG.debug("Rows cannot be counted; aoa_database_up says so", e);
    }
    return figures.all();
  }

  private static void runs(Figures figures, List<Run> runs) {
    figures
        .counter("aoa_reconcile_runs", "Runs over the documentation ever asked for.")
        .add(runs.isEmpty() ? 0 : runs.get(0).number());
    Optional<Run> last = runs.stream().filter(Run::isOver).findFirst();
    if (last.isEmpty()) {
      return;
    }
    Run run = last.get();
    Instant ended = run.ended().orElse(run.asked());
    figures
        .gauge("aoa_reconcile_last_run_failed", "Whether the last run failed.")
        .add(run.phase() == Run.Phase.FAILED ? 1 : 0);
    figures
        .gauge("aoa_reconcile_last_run_timestamp_seconds", "When the last run was over.")
        .add(ended.toEpochMilli() / MILLIS);
    figures
        .gauge("aoa_reconcile_last_run_duration_seconds", "From asking to the end of the last run.")
        .add(Duration.between(run.asked(), ended).toMillis() / MILLIS);
    figures
        .gauge("aoa_reconcile_last_run_pages", "Pages of the last run, by what was done.", "deed")
        .add(run.progress().pages(), "looked_at")
        .add(run.progress().read(), "read")
        .add(run.progress().mended(), "mended");
    figures
        .gauge("aoa_reconcile_last_run_findings", "Findings at the end of the last run.")
        .add(run.progress().findings());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
