package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** One Confluence node's rows of connection {@code c}, driven step by step on its own clock. */
final class RowNode {

  static final String CONNECTION = "c";

  final AtomicLong nanos = new AtomicLong();
  final StateStore store = new StateStore();
  final RowStore rows;
  final ConnectionRows connection;

  RowNode(String name, ActiveObjects ao, Duration skew) {
    rows = new RowStore(ao);
    Clock clock = Clock.offset(Clock.systemUTC(), skew);
    connection = new ConnectionRows(CONNECTION, name, store, rows, clock, nanos::get);
    store.configure(List.of(CONNECTION));
    store.onChange(changes -> changes.forEach(connection::note));
  }

  RowNode(String name, ActiveObjects ao) {
    this(name, ao, Duration.ZERO);
  }

  /** Takes over, as after having been given the lock. */
  RowNode leads() {
    connection.lead(rows.takeFence(CONNECTION, "node"));
    return this;
  }

  /** The cluster has these AppProjects; the name tells which, the value is its description. */
  RowNode lists(Map<String, String> values) {
    store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all(CONNECTION),
        values.entrySet().stream().map(e -> project(e.getKey(), e.getValue())).toList());
    return this;
  }

  RowNode lists(String... names) {
    Map<String, String> values = new TreeMap<>();
    Arrays.stream(names).forEach(name -> values.put(name, ""));
    return lists(values);
  }

  RowNode hears(String name, String value) {
    store.apply(List.of(new Change.Upsert<>(ResourceKind.APP_PROJECT, project(name, value))));
    return this;
  }

  RowNode hearsOfTheEndOf(String name) {
    store.apply(List.of(new Change.Delete<>(ResourceKind.APP_PROJECT, key(name))));
    return this;
  }

  RowNode isLive(Instant asOf) {
    store.connection(CONNECTION, ConnectionState.Phase.LIVE, "", Optional.of(asOf));
    return this;
  }

  RowNode writes() {
    connection.write(false);
    return this;
  }

  /** One look at the rows, as once a second. */
  RowNode looks() {
    Optional.ofNullable(rows.connections().get(CONNECTION)).ifPresent(connection::look);
    return this;
  }

  /** Time passes for this node. */
  RowNode waits(Duration time) {
    nanos.addAndGet(time.toNanos());
    return this;
  }

  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    store.current().projects().forEach((key, p) -> values.put(key.name(), p.description()));
    return values;
  }

  ConnectionState state() {
    return store.current().connections().get(CONNECTION);
  }

  static ApplicationKey key(String name) {
    return new ApplicationKey(CONNECTION, "argocd", name);
  }

  private static AppProject project(String name, String value) {
    return new AppProject(key(name), value, Map.of(), List.of());
  }
}
