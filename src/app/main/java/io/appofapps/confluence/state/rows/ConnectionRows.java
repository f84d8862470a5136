package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Keeps one connection's memory and rows together. A follower brings the rows' changes into the
 * memory, a leader the memory's into the rows. Three rules keep every reader from seeing a value go
 * back. Rows under a feed number this node has seen never touch the memory again. A leader that is
 * displaced may know more than its last rows say; those resources it keeps as it heard of them,
 * until its successor has listed the cluster and written what differs. And what a leader could not
 * write in an earlier term it writes only when it has listed the cluster in this one, unless nobody
 * else led, who could have heard later news, in between.
 *
 * <p>Called by one thread at a time, except where said.
 */
final class ConnectionRows {

  static final int BATCH = 500;
  private static final int FEED_SLICE = 1_000;
  private static final Duration PURGE_INTERVAL = Duration.ofMinutes(5);

  /** How much a follower's memory may be behind its leader's. */
  private static final Duration LAG = Duration.ofSeconds(2);

  /** Time for a successor to write what it saw while this node still believed to lead. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  /** How long nobody may lead before a connection counts as not live. */
  private static final Duration UNLED = Duration.ofSeconds(30);

  private enum Role {
    FOLLOWING,
    LEADING,
    /** Another leads, but here the watching has not ended yet. */
    DISPLACED
  }

  private final String connection;
  private final String node;
  private final StateStore store;
  private final RowStore rows;
  private final Clock clock;
  private final LongSupplier nanos;

  /** Heard in this term and not written yet. */
  private final Set<RowId> dirty = new LinkedHashSet<>();

  /** Heard in an earlier term and never written; guarded by {@code dirty}. */
  private final Set<RowId> left = new LinkedHashSet<>();

  private volatile Role role = Role.FOLLOWING;
  private volatile long term;
  private volatile long feed = -1;
  private volatile long floor;
  private volatile long endedAt;
  private volatile Optional<Instant> heldElsewhere = Optional.empty();
  private Optional<StoredConnection.Facts> told = Optional.empty();
  private long purgeMark;
  private long purgeMarkedAt;

  ConnectionRows(
      String connection,
      String node,
      StateStore store,
      RowStore rows,
      Clock clock,
      LongSupplier nanos) {
    this.connection = connection;
    this.node = node;
    this.store = store;
    this.rows = rows;
    this.clock = clock;
    this.nanos = nanos;
    this.purgeMarkedAt = nanos.getAsLong();
  }

  /** On any thread. */
  boolean isLeading() {
    return role == Role.LEADING;
  }

  /** On any thread. */
  long feed() {
    return Math.max(0, feed);
  }

  /** On any thread. */
  long floor() {
    return floor;
  }

  /** Changed resources whose rows are still to be written. On any thread. */
  int backlog() {
    synchronized (dirty) {
      return dirty.size() + left.size();
    }
  }

  /** Hears of a change in memory. On any thread. */
  void note(Change<?> change) {
    if (role != Role.FOLLOWING) {
      RowId id = RowId.of(change);
      synchronized (dirty) {
        left.remove(id);
        dirty.add(id);
      }
    }
  }

  /** Somebody else holds the connection's lock at this moment. On any thread. */
  void heldElsewhere() {
    heldElsewhere = Optional.of(clock.instant());
  }

  /** Nothing is written from now on. On any thread. */
  void displaced() {
    if (role == Role.LEADING) {
      role = Role.DISPLACED;
    }
  }

  /** The watching has ended here, so that the rows may be followed. On any thread. */
  void ended() {
    endedAt = nanos.getAsLong();
    role = Role.FOLLOWING;
  }

  /** Catches up and becomes the leader of the term just begun. */
  void lead(StoredConnection fence) {
    catchUp(fence);
    boolean nobodyBetween = fence.term() == term + 1;
    synchronized (dirty) {
      if (!nobodyBetween) {
        left.addAll(dirty);
        dirty.clear();
      }
    }
    floor = fence.floor();
    term = fence.term();
    told = Optional.of(fence.facts());
    heldElsewhere = Optional.empty();
    // whoever leads at once, without having followed, learns the age here
    store.connection(
        connection,
        ConnectionState.Phase.CONNECTING,
        "",
        Optional.ofNullable(store.current().connections().get(connection))
            .flatMap(ConnectionState::asOf)
            .or(() -> fence.facts().asOf().map(asOf -> earlier(asOf, clock.instant()))));
    role = Role.LEADING;
  }

  /** Looks at the connection's row as just read. */
  void look(StoredConnection stored) {
    if (role == Role.LEADING && stored.term() != term) {
      displaced();
    }
    if (role == Role.FOLLOWING) {
      follow(stored);
    }
  }

  private void follow(StoredConnection stored) {
    if (backlog() > 0 && stored.facts().completeTerm() > term) {
      if (nanos.getAsLong() - endedAt < SETTLE.toNanos()) {
        return;
      }
      synchronized (dirty) {
        dirty.clear();
        left.clear();
      }
      reload(stored);
    } else {
      catchUp(stored);
    }
    floor = stored.floor();
    tell(stored.facts());
  }

  private void catchUp(StoredConnection stored) {
    if (feed < stored.floor() || feed > stored.feed() || feed < 0) {
      reload(stored);
    }
    while (feed < stored.feed()) {
      long upTo = Math.min(stored.feed(), feed + FEED_SLICE);
      Set<RowId> kept = unwritten();
      store.apply(
          rows.changes(connection, feed, upTo).stream()
              .filter(change -> !kept.contains(RowId.of(change)))
              .toList());
      feed = upTo;
    }
  }

  private void reload(StoredConnection stored) {
    Set<RowId> kept = unwritten();
    Snapshot known = store.current();
    List<Change<?>> all = new ArrayList<>();
    rows.all(connection).stream()
        .filter(change -> !kept.contains(RowId.of(change)))
        .forEach(all::add);
    kept.forEach(id -> id.upsert(known).ifPresent(all::add));
    store.reload(connection, all);
    feed = stored.feed();
  }

  private Set<RowId> unwritten() {
    synchronized (dirty) {
      Set<RowId> all = new HashSet<>(dirty);
      all.addAll(left);
      return all;
    }
  }

  /** Moments of the leader's clock count only where this node has none of its own. */
  private void tell(StoredConnection.Facts facts) {
    ConnectionState before = store.current().connections().get(connection);
    if (before == null) {
      return;
    }
    Instant now = clock.instant();
    boolean led = heldElsewhere.filter(held -> held.isAfter(now.minus(UNLED))).isPresent();
    boolean live = facts.phase() == ConnectionState.Phase.LIVE;
    ConnectionState.Phase phase = live && !led ? ConnectionState.Phase.CONNECTING : facts.phase();
    Optional<Instant> seen = heldElsewhere.filter(held -> live).map(held -> held.minus(LAG));
    Optional<Instant> known = before.asOf().or(facts::asOf).map(asOf -> earlier(asOf, now));
    Optional<Instant> asOf =
        seen.filter(moment -> known.isEmpty() || moment.isAfter(known.get())).or(() -> known);
    boolean same = before.phase() == phase;
    Instant since = same ? before.since() : earlier(facts.since(), now);
    store.connection(new ConnectionState(connection, phase, facts.reason(), since, asOf));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * Writes what has changed, one batch in a transaction of its own after the other; nothing when
   * nothing has.
   *
   * @param last whether this is an orderly end, at which the age is written too
   */
  void write(boolean last) {
    boolean more = true;
    while (more && role == Role.LEADING) {
      // The snapshot is younger than the batch, so that no value is older than its mark.
      releaseWhenListed();
      List<RowId> batch = take();
      Snapshot snapshot = store.current();
      ConnectionState state = snapshot.connections().get(connection);
      if (state == null) {
        return;
      }
      try {
        boolean all = isWritten();
        StoredConnection.Facts facts = facts(snapshot, state, backlog() == 0);
        boolean news = told.isEmpty() || !told.get().tellsTheSame(facts);
        if (!batch.isEmpty() || news || (last && all)) {
          append(snapshot, batch, facts);
        }
        more = !all;
      } catch (FencedException e) {
        putBack(batch);
        displaced();
        throw e;
      } catch (RuntimeException e) {
        putBack(batch);
        throw e;
      }
    }
  }

  /** Ends the term in order: everything is written, and the next leader need not wait. */
  void leave() {
    write(true);
    if (role == Role.LEADING) {
      rows.leave(connection, term);
      ended();
    }
  }

  private void append(Snapshot snapshot, List<RowId> batch, StoredConnection.Facts facts) {
    List<RowWrite> writes = batch.stream().map(id -> write(snapshot, id)).toList();
    StoredConnection after = rows.append(connection, term, node, writes, facts, purgeable());
    feed = after.feed();
    floor = after.floor();
    told = Optional.of(facts);
  }

  private static RowWrite write(Snapshot snapshot, RowId id) {
    return id.resource(snapshot)
        .map(resource -> RowWrite.of(id, resource))
        .orElseGet(() -> RowWrite.tombstone(id));
  }

  /** Tombstones are kept for one interval at least, so that a slow follower still sees them. */
  private long purgeable() {
    if (nanos.getAsLong() - purgeMarkedAt < PURGE_INTERVAL.toNanos()) {
      return 0;
    }
    long due = purgeMark;
    purgeMark = feed;
    purgeMarkedAt = nanos.getAsLong();
    return due;
  }

  private StoredConnection.Facts facts(Snapshot snapshot, ConnectionState state, boolean all) {
    boolean complete = all && state.phase() == ConnectionState.Phase.LIVE;
    long before = told.map(StoredConnection.Facts::completeTerm).orElse(0L);
    return new StoredConnection.Facts(
        complete ? term : before,
        state.phase(),
        state.reason(),
        state.since(),
        state.asOf(),
        RowId.count(snapshot, connection));
  }

  /** Nothing is left of what may be written now. */
  private boolean isWritten() {
    synchronized (dirty) {
      return dirty.isEmpty();
    }
  }

  /** A connection is live only when it has been listed in this term. */
  private void releaseWhenListed() {
    ConnectionState state = store.current().connections().get(connection);
    if (state != null && state.phase() == ConnectionState.Phase.LIVE) {
      synchronized (dirty) {
        dirty.addAll(left);
        left.clear();
      }
    }
  }

  private List<RowId> take() {
    synchronized (dirty) {
      List<RowId> batch = new ArrayList<>();
      Iterator<RowId> ids = dirty.iterator();
      while (ids.hasNext() && batch.size() < BATCH) {
        batch.add(ids.next());
        ids.remove();
      }
      return batch;
    }
  }

  private void putBack(List<RowId> batch) {
    synchronized (dirty) {
      dirty.addAll(batch);
    }
  }
}
