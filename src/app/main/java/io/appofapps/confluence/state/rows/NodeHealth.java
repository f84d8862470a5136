package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the nodes stand, for administrators. A node tells the others through the database, at most
 * every ten seconds and only when a phase, a leader or an error is another; numbers that move all
 * the time go along, but are no reason to write.
 */
@Named
public class NodeHealth {

  private static final Logger LOG = LoggerFactory.getLogger(NodeHealth.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration FORGET = Duration.ofDays(30);
  private static final int SAMPLE = 100;

  private final StateReader state;
  private final RowCache cache;
  private final ThisNode node;
  private final NodeRowStore rows;
  private final Clock clock;
  private final LongSupplier nanos;
  private Optional<NodeReport> told = Optional.empty();
  private long toldAt;

  @Inject
  public NodeHealth(
      @ComponentImport ActiveObjects ao, StateStore state, RowCache cache, ThisNode node) {
    this(ao, state, cache, node, Clock.systemUTC(), System::nanoTime);
  }

  NodeHealth(
      ActiveObjects ao,
      StateReader state,
      RowCache cache,
      ThisNode node,
      Clock clock,
      LongSupplier nanos) {
    this.state = state;
    this.cache = cache;
    this.node = node;
    this.rows = new NodeRowStore(ao);
    this.clock = clock;
    this.nanos = nanos;
    cache.afterEachRound(this::tell);
  }

  /** This node from memory first, then the others as they said last. */
  public List<NodeReport> reports() {
    List<NodeReport> reports = new ArrayList<>();
    reports.add(own());
    try {
      rows.all().stream()
          .filter(report -> !report.node().equals(node.node()))
          .forEach(reports::add);
    } catch (RuntimeException e) {
      LOG.debug("What other nodes say cannot be read", e);
    }
    return reports;
  }

  /** Resources in memory. */
  public int objects() {
    Snapshot snapshot = state.current();
    return snapshot.applications().size()
        + snapshot.applicationSets().size()
        + snapshot.projects().size();
  }

  /** Size of all documents, reckoned from a sample of the Applications. */
  public long documentBytes() {
    List<Integer> lengths =
        state.current().applications().values().stream()
            .limit(SAMPLE)
            .map(application -> RowContent.of(application).document().write().length())
            .toList();
    double mean = lengths.stream().mapToInt(Integer::intValue).average().orElse(0);
    return Math.round(mean * state.current().applications().size());
  }

  /** Takes this node off the list; to be called once, when it stops. */
  public void leave() {
    try {
      rows.remove(node.node());
    } catch (RuntimeException e) {
      LOG.debug("This node stays on the list of nodes", e);
    }
    told = Optional.empty();
  }

  private void tell() {
    boolean early = told.isPresent() && nanos.getAsLong() - toldAt < PAUSE.toNanos();
    NodeReport report = own();
    if (early || told.filter(report::tellsTheSame).isPresent()) {
      return;
    }
    rows.write(report, clock.instant().minus(FORGET));
    told = Optional.of(report);
    toldAt = nanos.getAsLong();
  }

  /** This node from memory. */
  public NodeReport own() {
    Snapshot snapshot = state.current();
    Instant now = clock.instant();
    return new NodeReport(
        node.node(),
        true,
        now,
        snapshot.connections().values().stream()
            .map(connection -> report(snapshot, connection, now))
            .toList());
  }

  private NodeReport.OfConnection report(
      Snapshot snapshot, ConnectionState connection, Instant now) {
    RowPosition position = cache.position(connection.connection());
    return new NodeReport.OfConnection(
        connection.connection(),
        connection.phase(),
        connection.since(),
        position.leading(),
        RowId.count(snapshot, connection.connection()),
        position.feed(),
        connection
            .asOf()
            .map(asOf -> OptionalLong.of(Math.max(0, Duration.between(asOf, now).toMillis())))
            .orElse(OptionalLong.empty()),
        connection.reason());
  }
}
