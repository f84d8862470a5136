package io.appofapps.confluence.administration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.rows.AppliedFiles;
import io.appofapps.confluence.configuration.rows.FileRow;
import io.appofapps.confluence.configuration.rows.StoredConfigurations;
import io.appofapps.confluence.configuration.rows.VersionRow;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.leader.LockSource;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.kubernetes.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ConfigurationFileTest {

  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String CANARY = "canary-7f3a";
  private static final SecretReference TOKEN = new SecretReference("prod.token");

  @TempDir private Path home;

  private final TestActiveObjects ao = TestActiveObjects.h2();
  private final Secrets secrets = new TestConfiguration().secrets;
  private final Locks locks = new Locks();
  private final List<Node> nodes = new ArrayList<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void prepare() {
    ao.migrate(VersionRow.class, FileRow.class);
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    logger().addAppender(log);
    logger().setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    nodes.forEach(Node::stop);
    logger().detachAppender(log);
    logger().setLevel(null);
    ao.close();
  }

  @Test
  void theFileIsInForceWhenTheAppHasStarted() throws IOException {
    write(document("prod", CANARY));
    Node node = new Node().start();

    assertThat(node.ids()).containsExactly("prod");
    assertThat(secrets.find(TOKEN)).contains(new SecretText(CANARY));
    assertThat(node.store.latest().author()).isEqualTo("app-of-apps.yaml");
    assertThat(logged()).contains("version 1").doesNotContain(CANARY);
  }

  @Test
  void withoutAFileNothingHappens() {
    Node node = new Node().start();

    assertThat(node.store.latest().version()).isZero();
    assertThat(log.list).isEmpty();
  }

  @Test
  void aChangeIsInForceWithinSecondsOnAllNodesAndMadeByOne() throws IOException {
    write(document("one", "a"));
    Node first = new Node().start();
    Node second = new Node().start();
    Node third = new Node().start();

    write(document("two", "b"));
    Await.until(FIVE_SECONDS, () -> "the change", () -> first.store.latest().version() == 2);
    Await.until(
        LIMIT,
        () -> "all nodes",
        () -> nodes.stream().allMatch(node -> node.ids().equals(List.of("two"))));
    nodes.forEach(Node::look);
    assertThat(second.store.latest().version()).isEqualTo(2);
    assertThat(third.deeds.size() + second.deeds.size() + first.deeds.size()).isEqualTo(2);
    assertThat(secrets.names()).as("of removed connections no secret stays").contains("two.token");
    assertThat(secrets.names()).doesNotContain("one.token");
  }

  @Test
  void aBrokenFileChangesNothingAndTheLogSaysEachMistakeWithItsField() throws IOException {
    write(document("prod", "a"));
    Node node = new Node().start();
    write(
        """
        version: 1
        connections:
        - {id: Prod, server: "https://a", signIn: {kind: token, token: canary-7f3a}}
        - {id: b, server: "ftp://b", signIn: {kind: inCluster}, tokken: canary-7f3a}
        """);

    Await.until(LIMIT, () -> "the mistakes", () -> logged().contains("is not applied"));
    assertThat(logged())
        .contains("connections[0].id: ")
        .contains("connections[0].signIn.token: ")
        .contains("connections[1].server: ")
        .contains("connections[1].tokken: ")
        .doesNotContain(CANARY);
    assertThat(node.ids()).containsExactly("prod");
    assertThat(node.store.latest().version()).isEqualTo(1);

    write(document("mended", "b"));
    Await.until(LIMIT, () -> "the mended file", () -> node.ids().contains("mended"));
    assertThat(log.list)
        .filteredOn(event -> event.getLevel().toString().equals("ERROR"))
        .hasSize(1);
  }

  @Test
  void whatAdministratorsChangeAfterwardsHoldsUntilTheFileChanges() throws IOException {
    write(document("prod", "a"));
    Node node = new Node().start();
    node.store.replace(1, Configuration.EMPTY, "somebody");
    node.stop();

    Node restarted = new Node().start();
    assertThat(restarted.store.latest().version()).isEqualTo(2);
    assertThat(restarted.ids()).isEmpty();
  }

  @Test
  void aFileThatIsRemovedLeavesTheConfigurationInForce() throws IOException {
    write(document("prod", "a"));
    Node node = new Node().start();
    Files.delete(home.resolve("app-of-apps.yaml"));
    node.look();
    node.look();

    assertThat(node.store.latest().version()).isEqualTo(1);
  }

  @Test
  void aFileThatIsBeingWrittenWaitsUntilItStaysTheSame() throws IOException {
    Node node = new Node();
    write("version: 1\n");
    node.look();
    write(document("prod", "a"));
    node.look();
    assertThat(node.store.latest().version()).isZero();

    node.look();
    assertThat(node.store.latest().configuration().connection("prod")).isPresent();
  }

  @Test
  void aDatabaseThatIsAwayIsTriedAgain() throws IOException {
    ao.away.set(true);
    write(document("prod", "a"));
    Node node = new Node().start();
    assertThat(node.ids()).isEmpty();
    ao.away.set(false);

    Await.until(LIMIT, () -> "the file", () -> node.ids().contains("prod"));
  }

  @Test
  void whatIsNoTextOrTooLargeIsSaidSo() throws IOException {
    Node node = new Node();
    Files.write(home.resolve("app-of-apps.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    node.look();
    node.look();
    assertThat(logged()).contains("document: is not UTF-8");

    Files.write(home.resolve("app-of-apps.yaml"), new byte[(1 << 20) + 1]);
    node.look();
    assertThat(log.list)
        .anyMatch(
            event ->
                event.getThrowableProxy() != null
                    && event.getThrowableProxy().getMessage().contains("larger than 1 MiB"));
  }

  private void write(String text) throws IOException {
    Files.write(home.resolve("app-of-apps.yaml"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String document(String id, String token) {
    return """
        version: 1
        connections:
        - id: %s
          server: https://api.example.com
          signIn: {kind: token, token: {value: "%s"}}
        """
        .formatted(id, token);
  }

  private String logged() {
    StringBuilder text = new StringBuilder();
    log.list.forEach(event -> text.append(event.getFormattedMessage()).append('\n'));
    return text.toString();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ConfigurationFile.class);
  }

  /** One node with its own view of the common database, secrets and home. */
  private final class Node {
    final StoredConfigurations store = new StoredConfigurations(ao);
    final List<Deed> deeds = new CopyOnWriteArrayList<>();
    final ConfigurationFile file =
        new ConfigurationFile(
            new ConfigurationChanges(store, secrets, deeds::add), new AppliedFiles(ao), locks);

    Node() {
      nodes.add(this);
    }

    Node start() {
      store.start();
      file.start(home);
      return this;
    }

    void look() {
      file.look(home.resolve("app-of-apps.yaml"), false);
    }

    void stop() {
      file.stop();
      store.stop();
    }

    List<String> ids() {
      return store.current().connections().stream().map(ConnectionSettings::id).toList();
    }
  }

  private static final class Locks implements LockSource {
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    @Override
    public Lock lock(String name) {
      return locks.computeIfAbsent(name, key -> new ReentrantLock());
    }

    @Override
    public boolean shared() {
      return true;
    }
  }
}
