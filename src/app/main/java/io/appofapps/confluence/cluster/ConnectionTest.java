package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.secret.SecretText;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a connection layer by layer and names the first one that fails. Changes nothing. */
@Named
public class ConnectionTest {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionTest.class);
  private static final Duration LIMIT = Duration.ofSeconds(18);
  private static final int MOST_AT_ONCE = 4;

  private final ServerRules rules;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  @Inject
  public ConnectionTest(ServerRules rules) {
    this.rules = rules;
  }

  /**
   * Tests the connection within 20 seconds.
   *
   * @param draft settings, stored or not; also of a paused connection
   * @param secrets where the draft's secrets are found
   */
  public ConnectionTestResult test(
      ConnectionSettings draft, Function<SecretReference, Optional<SecretText>> secrets) {
    if (!places.tryAcquire()) {
      return new ConnectionTestResult(
          Layer.CONFIGURATION,
          "Several connections are being tested already.",
          "Wait a few seconds and test again.");
    }
    ExecutorService executor =
        Executors.newCachedThreadPool(OwnThreads.named("test-" + draft.id()));
    AtomicReference<Layer> reached = new AtomicReference<>(Layer.CONFIGURATION);
    try {
      Future<ConnectionTestResult> result =
          executor.submit(() -> run(draft, secrets, reached, executor));
      return result.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new ConnectionTestResult(
          reached.get(),
          "The test did not end within " + LIMIT.toSeconds() + " seconds.",
          "The server, or a proxy or load balancer before it, answers too slowly: look at its own"
              + " log and at the network on the way, then test again.");
    } catch (ExecutionException e) {
      LOG.warn(
          "Testing connection {} failed unexpectedly: {}", draft.id(), Failure.types(e.getCause()));
      return new ConnectionTestResult(
          reached.get(),
          "The server's answer could not be understood.",
          "Check that the address is that of a Kubernetes API server. Confluence's log says more.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ConnectionTestResult(reached.get(), "The test was interrupted.", "Test again.");
    } finally {
      executor.shutdownNow();
      places.release();
    }
  }

  private ConnectionTestResult run(
      ConnectionSettings draft,
      Function<SecretReference, Optional<SecretText>> secrets,
      AtomicReference<Layer> reached,
      ExecutorService executor) {
    try {
      KubernetesSerialization serialization = ClientFactory.serialization();
      Access access = new AccessReader(secrets, rules, serialization).read(draft);
      new NetworkTest(access, Clock.systemUTC(), reached::set).run();
      reached.set(Layer.AUTHENTICATION);
      ApiTest api =
          new ApiTest(draft, access, Clock.systemUTC(), serialization, executor, reached::set);
      return api.run();
    } catch (UnusableConnectionException e) {
      return new ConnectionTestResult(
          Layer.CONFIGURATION,
          e.getMessage(),
          "Correct this in the settings of the connection, then test again.");
    } catch (FoundException e) {
      return e.result();
    }
  }
}
