package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Argo CD's access policy of a connection in the store while some deployment set, or
 * promotion, asks for project roles, by reading one ConfigMap of each control-plane namespace again
 * and again: a right to get one name is all it takes. A policy that may not be read or is not there
 * is not known, and then grants nothing; while the server does not answer the last one known holds.
 */
final class PolicyPoll implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyPoll.class);
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final long TICK_MS = 1_000;

  private final String connection;
  private final KubernetesApi api;
  private final StateStore store;
  private final Supplier<Set<String>> namespaces;

  /**
   * @param namespaces those to read at the moment, none while nobody needs the policy
   */
  PolicyPoll(
      String connection, KubernetesApi api, StateStore store, Supplier<Set<String>> namespaces) {
    this.connection = connection;
    this.api = api;
    this.store = store;
    this.namespaces = namespaces;
  }

  @Override
  public void run() {
    Set<String> asked = Set.of();
    long next = System.nanoTime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Set<String> wanted = new TreeSet<>(namespaces.get());
        if (!wanted.equals(asked) || System.nanoTime() - next >= 0) {
          store.replace(ResourceKind.ACCESS_POLICY, Scope.all(connection), read(wanted));
          asked = wanted;
          next = System.nanoTime() + INTERVAL.toNanos();
        }
        TimeUnit.MILLISECONDS.sleep(TICK_MS);
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped reading the access policy of {}", connection);
    }
  }

  private List<AccessPolicy> read(Set<String> wanted) throws InterruptedException {
    List<AccessPolicy> policies = new ArrayList<>();
    for (String namespace : wanted) {
      ApplicationKey key = new ApplicationKey(connection, namespace, AccessPolicy.CONFIG_MAP);
      try {
        api.configMap(namespace, AccessPolicy.CONFIG_MAP)
            .map(json -> decode(key, json))
            .ifPresent(policies::add);
      } catch (KubernetesClientException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (e.getCode() == 401 || e.getCode() == 403 || e.getCode() == 404) {
          LOG.debug("The access policy of {} is not known: {}", connection, e.getCode());
        } else {
          Optional.ofNullable(store.current().accessPolicies().get(key)).ifPresent(policies::add);
        }
      }
    }
    return policies;
  }

  static AccessPolicy decode(ApplicationKey key, JsonNode configMap) {
    JsonNode data = configMap.path("data");
    TreeMap<String, String> more = new TreeMap<>();
    data.fields()
        .forEachRemaining(
            each -> {
              boolean isPart =
                  each.getKey().matches("policy\\..+\\.csv") && !each.getKey().equals("policy.csv");
              if (isPart) {
                more.put(each.getKey(), each.getValue().asText());
              }
            });
    StringBuilder csv = new StringBuilder(data.path("policy.csv").asText(""));
    more.values().forEach(part -> csv.append('\n').append(part));
    return new AccessPolicy(
        key,
        csv.toString(),
        data.path("policy.default").asText(""),
        data.path("scopes").asText(""),
        data.path("policy.matchMode").asText(""));
  }
}
