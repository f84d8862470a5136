package io.appofapps.confluence.state;

import io.appofapps.confluence.application.ApplicationKey;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The state in memory: watchers write it, pages read it. Writers wait for each other, readers for
 * nobody. The revision grows with every visible change: a resource that looks different, a
 * connection whose phase or reason changed, a connection that came or went. A newer as-of alone is
 * published without a new revision.
 */
@Named
public class StateStore implements StateReader {

  private final Clock clock;
  private final List<Consumer<List<Change<?>>>> listeners = new CopyOnWriteArrayList<>();
  private volatile MemorySnapshot current;

  @Inject
  public StateStore() {
    this(Clock.systemUTC());
  }

  StateStore(Clock clock) {
    this.clock = clock;
    this.current = new MemorySnapshot(clock.millis(), Content.EMPTY, Map.of(), new Derived());
  }

  @Override
  public Snapshot current() {
    return current;
  }

  /**
   * Adds a listener that hears of every visible change of resources, in order, and of none when the
   * state was renewed. It is called while writers wait, so it must only take note.
   */
  public void onChange(Consumer<List<Change<?>>> listener) {
    listeners.add(listener);
  }

  /**
   * Names the connections there are, in the order of the configuration. New ones begin as
   * CONNECTING; what was known of others is forgotten.
   */
  public synchronized void configure(List<String> connections) {
    Map<String, ConnectionState> states = new LinkedHashMap<>();
    for (String key : connections) {
      ConnectionState before = current.connections().get(key);
      states.put(key, before != null ? before : connecting(key));
    }
    publish(current.content().deletions(key -> !states.containsKey(key.connection())), states);
  }

  private ConnectionState connecting(String key) {
    return new ConnectionState(
        key, ConnectionState.Phase.CONNECTING, "", clock.instant(), Optional.empty());
  }

  /** Replaces all resources of the kind within the scope by those of a complete list. */
  public synchronized <T> void replace(
      ResourceKind<T> kind, Scope scope, Collection<? extends T> resources) {
    Set<ApplicationKey> present = new HashSet<>();
    List<Change<?>> changes = new ArrayList<>();
    for (T resource : resources) {
      present.add(kind.keyOf(resource));
      changes.add(new Change.Upsert<>(kind, resource));
    }
    changes.addAll(
        current.content().deletions(kind, key -> scope.covers(key) && !present.contains(key)));
    publish(known(changes, false), current.connections());
  }

  /** Applies changes in their order; those of connections that are not configured are dropped. */
  public synchronized void apply(Collection<Change<?>> changes) {
    publish(known(changes, true), current.connections());
  }

  /**
   * Replaces all that is known of a connection, of every kind; ignored when it is not configured.
   *
   * @param resources upserts
   */
  public synchronized void reload(String connection, Collection<Change<?>> resources) {
    Set<List<Object>> present = new HashSet<>();
    resources.forEach(change -> present.add(List.of(change.kind(), change.key())));
    List<Change<?>> changes = new ArrayList<>(resources);
    current.content().deletions(key -> key.connection().equals(connection)).stream()
        .filter(change -> !present.contains(List.of(change.kind(), change.key())))
        .forEach(changes::add);
    publish(known(changes, false), current.connections());
  }

  /**
   * Sets how a connection stands; ignored when it is not configured. While the phase stays the same
   * its {@code since} does too.
   *
   * @param asOf empty to leave the last one
   */
  public synchronized void connection(
      String key, ConnectionState.Phase phase, String reason, Optional<Instant> asOf) {
    ConnectionState before = current.connections().get(key);
    if (before == null) {
      return;
    }
    Instant since = before.phase() == phase ? before.since() : clock.instant();
    connection(new ConnectionState(key, phase, reason, since, asOf.or(before::asOf)));
  }

  /** Sets how a connection stands, as another node has said; ignored when it is not configured. */
  public synchronized void connection(ConnectionState state) {
    if (!current.connections().containsKey(state.connection())) {
      return;
    }
    Map<String, ConnectionState> states = new LinkedHashMap<>(current.connections());
    states.put(state.connection(), state);
    publish(List.of(), states);
  }

  /** Makes the same content a new state: what is computed from it depends on something new. */
  public synchronized void renew() {
    MemorySnapshot before = current;
    current =
        new MemorySnapshot(
            before.revision() + 1, before.content(), before.connections(), new Derived());
    listeners.forEach(listener -> listener.accept(List.of()));
  }

  /**
   * @param asTheyCame whether the changes are told at the moment they happen
   */
  private List<Change<?>> known(Collection<Change<?>> changes, boolean asTheyCame) {
    SyncTimes times = new SyncTimes(current.applications(), clock.instant(), asTheyCame);
    return changes.stream()
        .filter(change -> current.connections().containsKey(change.key().connection()))
        .map(times::stamp)
        .toList();
  }

  private void publish(List<Change<?>> changes, Map<String, ConnectionState> states) {
    MemorySnapshot before = current;
    List<Change<?>> visible = before.content().visible(changes);
    boolean grows = !visible.isEmpty() || differ(before.connections(), states);
    current =
        new MemorySnapshot(
            grows ? before.revision() + 1 : before.revision(),
            changes.isEmpty() ? before.content() : before.content().with(changes),
            Collections.unmodifiableMap(new LinkedHashMap<>(states)),
            visible.isEmpty() ? before.memo() : new Derived());
    if (!visible.isEmpty()) {
      listeners.forEach(listener -> listener.accept(visible));
    }
  }

  private static boolean differ(
      Map<String, ConnectionState> before, Map<String, ConnectionState> after) {
    return !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))
        || after.entrySet().stream().anyMatch(e -> differ(before.get(e.getKey()), e.getValue()));
  }

  private static boolean differ(ConnectionState before, ConnectionState after) {
    return before.phase() != after.phase() || !before.reason().equals(after.reason());
  }
}
