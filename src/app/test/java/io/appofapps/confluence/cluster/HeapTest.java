package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Sharing;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.kubernetes.FleetApplication;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot of a large fleet holds, as the difference of the used heap. */
class HeapTest {

  private static final int COUNT = 10_000;
  private static final int LIMIT = 2048;

  private final KubernetesSerialization serialization = ClientFactory.serialization();

  @Test
  void anApplicationOfSixKilobytesTakesAtMostTwo() {
    assertThat(FleetApplication.fleet(COUNT).get(0).json().length()).isGreaterThan(6000);
    filled(100); // loads the classes
    long before = used();
    StateStore store = filled(COUNT);
    long perApplication = (used() - before) / COUNT;

    System.out.println("Heap per Application: " + perApplication + " bytes");
    assertThat(store.current().applications()).hasSize(COUNT);
    assertThat(perApplication).isBetween(500L, (long) LIMIT);
    Reference.reachabilityFence(store);
  }

  private StateStore filled(int count) {
    StateStore store = new StateStore();
    store.configure(List.of("prod"));
    List<Application> decoded = new ArrayList<>();
    Sharing session = new Sharing();
    for (FleetApplication each : FleetApplication.fleet(count)) {
      decoded.add(
          WatchedKind.APPLICATIONS.decode(
              "prod",
              serialization.unmarshal(each.json(), GenericKubernetesResource.class),
              session));
    }
    store.replace(ResourceKind.APPLICATION, Scope.all("prod"), decoded);
    return store;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
