package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.environment.matrix.Commits.Between;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryCommitsTest {

  @TempDir Path directory;
  private final Configured configured = new Configured();
  private final AtomicInteger renewed = new AtomicInteger();
  private final RepositoryCommits commits =
      new RepositoryCommits(
          configured,
          new TestConfiguration().secrets,
          renewed::incrementAndGet,
          Duration.ofMillis(500));
  private GitServer server;
  private String url;
  private String older;
  private String newer;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(directory);
    url = server.url();
    older = server.commit("Begin");
    newer = server.commit("PAY-412 Refund");
    configured.set(List.of(server.settings()));
  }

  @AfterEach
  void stop() {
    commits.stop();
    server.close();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void whatIsAskedIsAnsweredFromMemoryOnceItHasBeenRead() {
    assertThat(commits.between(url, older, newer)).isEmpty();
    commits.start();

    await(() -> commits.between(url, older, newer).isPresent());

    assertThat(commits.between(url, older, newer)).contains(new Between(1, List.of("PAY-412")));
    await(() -> commits.edition() > 0);
    await(() -> renewed.get() > 0);
    assertThat(commits.between("https://git.example.com/other", older, newer)).isEmpty();
  }

  @Test
  void aRepositoryThatIsNoLongerConfiguredIsForgotten() {
    commits.start();
    await(() -> commits.between(url, older, newer).isPresent());

    configured.set(List.of());

    await(() -> commits.between(url, older, newer).isEmpty());
  }

  @Test
  void aHintIsFollowedWithoutTheUsualPause() throws Exception {
    commits.start();
    await(() -> commits.between(url, older, newer).isPresent());
    String newest = server.commit("PAY-413 Refund twice");

    for (int i = 0; i < 100; i++) {
      commits.refresh();
    }

    await(() -> commits.between(url, newer, newest).isPresent());
    assertThat(commits.between(url, newer, newest)).contains(new Between(1, List.of("PAY-413")));
  }

  @Test
  void noThreadSurvivesTheStop() {
    commits.start();
    await(() -> commits.between(url, older, newer).isPresent());

    commits.stop();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("app-of-apps-git"));
  }

  private static final class Configured implements ConfigurationReader {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Configuration current = Configuration.EMPTY;

    void set(List<RepositorySettings> repositories) {
      current = current.withRepositories(repositories);
      listeners.forEach(Runnable::run);
    }

    @Override
    public Configuration current() {
      return current;
    }

    @Override
    public void onChange(Runnable listener) {
      listeners.add(listener);
    }
  }
}
