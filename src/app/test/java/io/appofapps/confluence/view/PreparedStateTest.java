package io.appofapps.confluence.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PreparedStateTest {

  private final StateStore store = new StateStore();
  private final TestConfiguration configuration = new TestConfiguration();
  private final Semaphore allowed = new Semaphore(0);
  private final BlockingQueue<Snapshot> begun = new LinkedBlockingQueue<>();
  private PreparedState states;

  @BeforeEach
  void connection() {
    store.configure(List.of("c"));
  }

  @AfterEach
  void stop() {
    states.stop();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("app-of-apps-prepare"));
  }

  private void start(Duration mostLag) {
    states = new PreparedState(store, configuration, mostLag);
    states.start(
        snapshot -> {
          begun.add(snapshot);
          allowed.acquireUninterruptibly();
        });
  }

  @Test
  void aChangedConfigurationMakesANewStateThatIsPreparedBeforeItIsShown() throws Exception {
    start(Duration.ofHours(1));
    Snapshot before = begun.poll(5, TimeUnit.SECONDS);
    allowed.release();

    configuration.set();

    Snapshot after = begun.poll(5, TimeUnit.SECONDS);
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(states.current().revision()).isEqualTo(before.revision());
    allowed.release();
    while (states.current().revision() < after.revision()) {
      Thread.onSpinWait();
    }
  }

  private void add(String name) {
    Application app = Application.unknown(new ApplicationKey("c", "argocd", name));
    store.apply(List.<Change<?>>of(new Change.Upsert<>(ResourceKind.APPLICATION, app)));
  }

  private int shown() {
    return states.current().applications().size();
  }

  private void awaitShown(int applications) {
    while (shown() != applications) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aChangeIsShownOnceItIsPrepared() throws Exception {
    start(Duration.ofHours(1));
    allowed.release();
    begun.take();
    add("a");
    allowed.release();
    awaitShown(1);
    begun.take();

    add("b");
    assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(shown()).isEqualTo(1);
    allowed.release();
    awaitShown(2);
  }

  @Test
  void whenPreparingFallsBehindTheNewestIsShownAndNeverAnOlderOneAgain() throws Exception {
    start(Duration.ZERO);
    allowed.release();
    begun.take();
    add("a");
    awaitShown(1);
    long seen = states.current().revision();
    allowed.release(10);
    add("b");
    awaitShown(2);
    assertThat(states.current().revision()).isGreaterThan(seen);
  }

  @Test
  void aFailureOfPreparingDoesNotHoldTheStateBack() {
    states = new PreparedState(store, configuration, Duration.ofHours(1));
    states.start(
        snapshot -> {
          throw new IllegalStateException("cannot");
        });
    add("a");
    awaitShown(1);
  }

  @Test
  void beforeTheStartAndAfterTheStopStatesAreShownRaw() {
    start(Duration.ofHours(1));
    allowed.release(10);
    states.stop();
    add("a");
    assertThat(shown()).isEqualTo(1);
  }
}
