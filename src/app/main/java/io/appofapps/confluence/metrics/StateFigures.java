package io.appofapps.confluence.metrics;

import io.appofapps.confluence.diagnostics.AppVersion;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.state.rows.NodeHealth;
import io.appofapps.confluence.state.rows.NodeReport;
import io.appofapps.confluence.state.rows.RowCache;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** How this node and its connections stand, from memory. */
@Named
public class StateFigures implements MultiCollector {

  private static final double MILLIS = 1e3;

  private final NodeHealth health;
  private final RowCache rows;
  private final StateReader state;

  @Inject
  public StateFigures(NodeHealth health, RowCache rows, StateReader state) {
    this.health = health;
    this.rows = rows;
    this.state = state;
  }

  @Override
  public MetricSnapshots collect() {
    NodeReport report = health.own();
    Figures figures = new Figures();
    figures.info(
        "aoa_app", "The app on this node.", "version", AppVersion.get(), "node", report.node());
    connections(figures, report);
    snapshot(figures, state.current());
    figures
        .gauge("aoa_database_up", "Whether the database answers.")
        .add(rows.failure().isEmpty() ? 1 : 0);
    figures
        .gauge("aoa_database_silence_seconds", "Time since the rows were last looked through.")
        .add(rows.silence().toMillis() / MILLIS);
    figures
        .counter("aoa_database_rows_written", "Rows of the cluster state written by this node.")
        .add(rows.rowsWritten());
    return figures.all();
  }

  private void connections(Figures figures, NodeReport report) {
    Figures.Family phases =
        figures.gauge(
            "aoa_connection_state",
            "1 for the state the connection is in, 0 for the others.",
            "connection",
            "state");
    Figures.Family leads =
        figures.gauge(
            "aoa_connection_leader", "Whether this node watches the cluster.", "connection");
    Figures.Family ages =
        figures.gauge(
            "aoa_connection_age_seconds",
            "Age of what is shown of the cluster; absent when it was never seen.",
            "connection");
    Figures.Family objects =
        figures.gauge("aoa_connection_objects", "Resources in memory.", "connection");
    Figures.Family feeds =
        figures.gauge(
            "aoa_connection_feed_position",
            "Number of the last change that is in rows and memory.",
            "connection");
    Figures.Family backlogs =
        figures.gauge(
            "aoa_connection_feed_backlog",
            "Changes in memory that are in no row yet.",
            "connection");
    for (NodeReport.OfConnection one : report.connections()) {
      String name = one.connection();
      for (Phase phase : Phase.values()) {
        phases.add(phase == one.state() ? 1 : 0, name, phase.name().toLowerCase(Locale.ROOT));
      }
      leads.add(one.leader() ? 1 : 0, name);
      one.lagMillis().ifPresent(millis -> ages.add(millis / MILLIS, name));
      objects.add(one.objects(), name);
      feeds.add(one.feed(), name);
      backlogs.add(rows.position(name).backlog(), name);
    }
  }

  private void snapshot(Figures figures, Snapshot snapshot) {
    figures
        .gauge("aoa_snapshot_revision", "Revision of the snapshot that pages are made of.")
        .add(snapshot.revision());
    figures
        .gauge("aoa_snapshot_objects", "Resources in the snapshot, by kind.", "kind")
        .add(snapshot.applications().size(), "application")
        .add(snapshot.applicationSets().size(), "application_set")
        .add(snapshot.projects().size(), "project");
    figures
        .gauge("aoa_snapshot_document_bytes", "Size of all documents, reckoned from a sample.")
        .add(health.documentBytes());
  }
}
