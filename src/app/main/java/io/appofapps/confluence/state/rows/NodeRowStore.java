package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.state.ConnectionState.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.java.ao.DBParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All access to the nodes' rows. Every call is one transaction. */
final class NodeRowStore {

  private static final Logger LOG = LoggerFactory.getLogger(NodeRowStore.class);

  private final ActiveObjects ao;

  NodeRowStore(ActiveObjects ao) {
    this.ao = ao;
  }

  /** What every node has said last. */
  List<NodeReport> all() {
    return ao.executeInTransaction(
        () -> {
          List<NodeReport> reports = new ArrayList<>();
          for (NodeRow row : ao.find(NodeRow.class)) {
            read(row).ifPresent(reports::add);
          }
          return reports;
        });
  }

  /** Writes a node's report and forgets nodes that have said nothing since a moment. */
  void write(NodeReport report, Instant forgetBefore) {
    Document document =
        Document.empty().put("connections", report.connections(), NodeRowStore::write);
    ao.executeInTransaction(
        () -> {
          ao.deleteWithSQL(NodeRow.class, "WRITTEN_MILLIS < ?", forgetBefore.toEpochMilli());
          NodeRow[] rows = ao.find(NodeRow.class, "NODE_KEY = ?", report.node());
          if (rows.length == 0) {
            ao.create(
                NodeRow.class,
                new DBParam("NODE_KEY", report.node()),
                new DBParam("WRITTEN_MILLIS", report.told().toEpochMilli()),
                new DBParam("DOCUMENT", document.write()));
          } else {
            rows[0].setWrittenMillis(report.told().toEpochMilli());
            rows[0].setDocument(document.write());
            rows[0].save();
          }
          return null;
        });
  }

  /** Takes the node off the list, because it stops in order. */
  void remove(String node) {
    ao.executeInTransaction(() -> ao.deleteWithSQL(NodeRow.class, "NODE_KEY = ?", node));
  }

  private static void write(Document document, NodeReport.OfConnection connection) {
    document
        .put("connection", connection.connection())
        .put("state", connection.state().name())
        .put("since", Optional.of(connection.since()))
        .put("leader", connection.leader())
        .put("objects", connection.objects())
        .put("feed", Long.toString(connection.feed()))
        .put("lag", connection.lagMillis().isPresent() ? "" + lag(connection) : "")
        .put("error", connection.lastError());
  }

  private static long lag(NodeReport.OfConnection connection) {
    return connection.lagMillis().getAsLong();
  }

  /** Another version of the app may say it in other words. */
  private static Optional<NodeReport> read(NodeRow row) {
    try {
      return Optional.of(
          new NodeReport(
              row.getNodeKey(),
              false,
              Instant.ofEpochMilli(row.getWrittenMillis()),
              Document.parse(row.getDocument()).list("connections", NodeRowStore::read)));
    } catch (RuntimeException e) {
      LOG.debug("The report of node {} cannot be read", row.getNodeKey(), e);
      return Optional.empty();
    }
  }

  private static NodeReport.OfConnection read(Document document) {
    String lag = document.text("lag");
    return new NodeReport.OfConnection(
        document.text("connection"),
        Phase.valueOf(document.text("state")),
        document.moment("since").orElse(Instant.EPOCH),
        document.flag("leader"),
        document.number("objects"),
        Long.parseLong(document.text("feed")),
        lag.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lag)),
        document.text("error"));
  }
}
