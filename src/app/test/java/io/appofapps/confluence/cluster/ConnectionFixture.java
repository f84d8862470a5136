package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.kubernetes.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Connections over a configuration in memory, with duty for the one named "default". */
final class ConnectionFixture implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  final StateStore store = new StateStore();
  final TestConfiguration configuration = new TestConfiguration();
  final TestRules rules = new TestRules();
  final Connections connections;

  ConnectionFixture() {
    this(Clock.systemUTC(), WatchLimits.DEFAULT);
  }

  ConnectionFixture(Clock clock, WatchLimits limits) {
    connections =
        new Connections(configuration, configuration.secrets, rules, store, clock, limits);
  }

  /** One connection by kubeconfig. */
  ConnectionFixture kubeconfig(String text, String... namespaces) {
    configuration.secret("default.kubeconfig", text);
    return with(
        TestConfiguration.connection(
            "default",
            Optional.empty(),
            new SignIn.Kubeconfig(
                TestConfiguration.reference("default.kubeconfig"), Optional.empty()),
            List.of(namespaces)));
  }

  ConnectionFixture with(ConnectionSettings... settings) {
    configuration.set(settings);
    return this;
  }

  ConnectionFixture start() {
    connections.begin("default");
    connections.start();
    return this;
  }

  Optional<ConnectionState> state() {
    return state("default");
  }

  Optional<ConnectionState> state(String id) {
    return Optional.ofNullable(store.current().connections().get(id));
  }

  void awaitPhase(ConnectionState.Phase phase, Duration limit) {
    Await.until(
        limit,
        () -> phase + ", but it is " + state(),
        () -> state().map(ConnectionState::phase).equals(Optional.of(phase)));
  }

  void awaitLive() {
    awaitPhase(ConnectionState.Phase.LIVE, LIMIT);
  }

  Optional<Application> application(String name) {
    return Optional.ofNullable(
        store.current().applications().get(new ApplicationKey("default", "argocd", name)));
  }

  void awaitApplication(String name, Predicate<Optional<Application>> condition) {
    Await.until(
        LIMIT, () -> name + " is " + application(name), () -> condition.test(application(name)));
  }

  @Override
  public void close() {
    connections.stop();
  }
}
