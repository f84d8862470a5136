package io.appofapps.devhost.cluster;

import com.atlassian.confluence.cluster.ClusterManager;
import com.atlassian.confluence.cluster.ClusterNodeInformation;
import io.appofapps.devhost.db.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This host as a node. It moves its heartbeat in the database and puts out those whose heartbeat
 * stands still, measured by its own monotonic clock only; wall clocks of nodes are never compared.
 */
public final class Node implements ClusterManager, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private record Seen(long beat, long at) {}

  private final NodeTables tables;
  private final Optional<String> name;
  private final Liveness liveness;
  private final LongSupplier nanoTime;
  private final String id;
  private final Map<String, Seen> others = new HashMap<>();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private long lastBeat;

  private Node(Database database, Optional<String> name, Liveness liveness, LongSupplier nanoTime) {
    this.tables = new NodeTables(database);
    this.name = name;
    this.liveness = liveness;
    this.nanoTime = nanoTime;
    this.id = name.orElse("node") + "-" + UUID.randomUUID().toString().substring(0, 8);
    if (name.isEmpty()) {
      tables.clear();
    }
    this.lastBeat = nanoTime.getAsLong();
    tables.beat(id);
  }

  /**
   * Joins the nodes of the database.
   *
   * @param name of this node; without one it is alone, and whoever was there before is forgotten
   */
  public static Node start(Database database, Optional<String> name, Liveness liveness) {
    Node node = new Node(database, name, liveness, System::nanoTime);
    long beat = liveness.beat().toNanos();
    node.heart.scheduleWithFixedDelay(node::beatSafely, beat, beat, TimeUnit.NANOSECONDS);
    return node;
  }

  /** A node whose heartbeat moves when {@link #beat} is called, by the given clock. */
  static Node resting(Database database, String name, Liveness liveness, LongSupplier nanoTime) {
    return new Node(database, Optional.of(name), liveness, nanoTime);
  }

  String id() {
    return id;
  }

  NodeTables tables() {
    return tables;
  }

  private void beatSafely() {
    try {
      beat();
    } catch (RuntimeException e) {
      LOG.warn("The heartbeat of {} fails", id, e);
    }
  }

  /** Moves the own heartbeat and puts out the nodes whose one has stood still too long. */
  synchronized void beat() {
    tables.beat(id);
    long now = nanoTime.getAsLong();
    if (now - lastBeat > liveness.limit().toNanos() / 2) {
      others.clear(); // slept itself: what it saw before says nothing of the others
    }
    lastBeat = now;
    Map<String, Long> beats = tables.beats();
    beats.remove(id);
    others.keySet().retainAll(beats.keySet());
    beats.forEach((other, beat) -> observe(other, beat, now));
  }

  private void observe(String other, long beat, long now) {
    Seen seen = others.get(other);
    if (seen == null || seen.beat() != beat) {
      others.put(other, new Seen(beat, now));
    } else if (now - seen.at() > liveness.limit().toNanos() && tables.putOut(other, beat)) {
      others.remove(other);
      LOG.warn("Node {} is out: its heartbeat has stood still for {}", other, liveness.limit());
    }
  }

  @Override
  public boolean isClustered() {
    return name.isPresent();
  }

  @Override
  public ClusterNodeInformation getThisNodeInformation() {
    return name.isPresent() ? () -> id : null;
  }

  /** Leaves: its locks are free at once. */
  @Override
  public void close() {
    heart.shutdownNow();
    synchronized (this) {
      try {
        tables.leave(id);
      } catch (RuntimeException e) {
        LOG.warn("Node {} cannot take leave; the others will put it out", id, e);
      }
    }
  }
}
