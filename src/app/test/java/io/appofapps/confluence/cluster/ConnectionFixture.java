package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.kubernetes.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A home with settings, and the connections that read it. */
final class ConnectionFixture implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  final Path home;
  final StateStore store = new StateStore();
  final CurrentSettings current = new CurrentSettings();
  final Connections connections = new Connections(store, current);

  ConnectionFixture(Path home) {
    this.home = home;
  }

  ConnectionFixture settings(String text) {
    return write("app-of-apps.properties", text);
  }

  ConnectionFixture kubeconfig(String text) {
    return write("kubeconfig", text);
  }

  private ConnectionFixture write(String name, String text) {
    try {
      Files.writeString(home.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  ConnectionFixture start() {
    connections.begin("default");
    connections.start(home);
    return this;
  }

  Optional<ConnectionState> state() {
    return Optional.ofNullable(store.current().connections().get("default"));
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
