package io.appofapps.confluence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.state.leader.LockSource;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the vault promises, whatever the database. */
abstract class VaultContract {

  private static final String CLEAR = "eyJhbGciOi-not-a-real-token-\uD83D\uDD11";
  private static final SecretReference ONE = new SecretReference("prod.token");
  private static final SecretReference OTHER = new SecretReference("qa.token");

  @TempDir Path home;
  private TestActiveObjects ao;
  private final Locks cluster = new Locks();

  /** Active Objects on an empty database. */
  abstract TestActiveObjects database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    ao = database();
    ao.migrate(SecretRow.class);
  }

  @AfterEach
  void close() {
    ao.close();
  }

  @Test
  void whatIsPutIsFoundOnEveryNodeUntilItIsDeleted() {
    node().put(ONE, new SecretText("first"));
    node().put(ONE, new SecretText(CLEAR));
    assertThat(node().find(ONE)).contains(new SecretText(CLEAR));
    assertThat(node().find(OTHER)).isEmpty();
    assertThat(node().names()).containsExactly("prod.token");

    node().delete(ONE);
    node().delete(ONE);
    assertThat(node().find(ONE)).isEmpty();
    assertThat(node().names()).isEmpty();
  }

  @Test
  void theRowHoldsNothingReadableAndNeverTheSameTwice() {
    Set<String> sealed = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      node().put(ONE, new SecretText(CLEAR));
      sealed.add(row(ONE).getSealed());
    }
    assertThat(sealed).hasSize(3);
    String readable = CLEAR.substring(0, 20);
    assertThat(sealed)
        .allSatisfy(
            text ->
                assertThat(
                        new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1))
                    .doesNotContain(readable));
    assertThat(sealed).noneMatch(text -> text.contains(readable));
  }

  @Test
  void aRowThatIsCopiedToAnotherNameDoesNotDecrypt() {
    node().put(ONE, new SecretText(CLEAR));
    node().put(OTHER, new SecretText("other"));
    SecretRow target = row(OTHER);
    target.setSealed(row(ONE).getSealed());
    target.save();
    assertThat(node().find(OTHER)).isEmpty();
    assertThat(node().names()).contains("qa.token");
  }

  @Test
  void withoutItsKeyFileSecretsAreListedButEmptyAndCanBeEnteredAgain() throws IOException {
    node().put(ONE, new SecretText(CLEAR));
    node().put(OTHER, new SecretText("other"));
    Files.delete(keyFile());
    assertThat(node().find(ONE)).isEmpty();
    assertThat(keyFile()).doesNotExist();
    assertThat(node().names()).containsExactly("prod.token", "qa.token");

    node().put(ONE, new SecretText("entered again"));
    assertThat(node().find(ONE)).contains(new SecretText("entered again"));
    assertThat(node().find(OTHER)).isEmpty();
    assertThat(node().rotate()).isEqualTo(new Secrets.Rotation(1, 1));
  }

  @Test
  void aDamagedKeyFileIsKeptAndSaidWithoutItsContent() throws IOException {
    node().put(ONE, new SecretText(CLEAR));
    String whole = Files.readString(keyFile());
    String key = whole.lines().filter(line -> line.startsWith("key.")).findFirst().orElseThrow();
    for (String broken :
        List.of(
            "",
            whole.substring(0, whole.length() - 12),
            whole.replace("version=1", "version=2"),
            whole.replace(key, key.substring(0, key.length() - 6)),
            whole.replace(key, key.replace('=', '?')))) {
      Files.writeString(keyFile(), broken);
      assertThat(node().find(ONE)).as(broken).isEmpty();
      assertThatThrownBy(() -> node().put(ONE, new SecretText("x")))
          .isInstanceOf(KeyFileException.class)
          .hasMessageContaining("app-of-apps.key")
          .hasMessageContaining("backup")
          .hasMessageNotContaining(key.substring(key.indexOf('=') + 1, key.length() - 12));
      assertThat(keyFile()).hasContent(broken);
    }
    Files.writeString(keyFile(), whole);
    assertThat(node().find(ONE)).contains(new SecretText(CLEAR));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadTheKeyFileEvenAfterACarelessRestore() throws IOException {
    node().put(ONE, new SecretText(CLEAR));
    assertThat(rights()).isEqualTo("rw-------");
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(node().find(ONE)).contains(new SecretText(CLEAR));
    assertThat(rights()).isEqualTo("rw-------");
    node().rotate();
    assertThat(rights()).isEqualTo("rw-------");
  }

  @Test
  void nodesThatMakeTheKeyFileAtOnceEndWithOne() throws Exception {
    int nodes = 12;
    CyclicBarrier together = new CyclicBarrier(nodes);
    List<Callable<SecretKeys>> makers = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      makers.add(
          () -> {
            together.await();
            return new KeyFile(home).readOrCreate();
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    Set<String> made = new HashSet<>();
    try {
      for (Future<SecretKeys> each : threads.invokeAll(makers)) {
        made.add(each.get().text());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasSize(1);
    assertThat(files()).containsExactly("app-of-apps.key");
  }

  @Test
  void afterARotationOnlyTheNewKeyIsNeeded() throws IOException {
    node().put(ONE, new SecretText(CLEAR));
    node().put(OTHER, new SecretText("other"));
    String before = Files.readString(keyFile());

    assertThat(node().rotate()).isEqualTo(new Secrets.Rotation(2, 0));

    assertThat(node().find(ONE)).contains(new SecretText(CLEAR));
    assertThat(node().find(OTHER)).contains(new SecretText("other"));
    assertThat(Files.readAllLines(keyFile()).stream().filter(line -> line.startsWith("key.")))
        .hasSize(1)
        .noneMatch(before::contains);
    Files.writeString(keyFile(), before);
    assertThat(node().find(ONE)).isEmpty();
    assertThat(files()).containsExactly("app-of-apps.key");
  }

  @Test
  void anInterruptedRotationLosesNothingAndCanBeGoneOnWith() {
    IntStream.range(0, 5).forEach(i -> node().put(numbered(i), new SecretText("text " + i)));
    FailingClock clock = new FailingClock(3);
    assertThatThrownBy(() -> node(clock).rotate()).hasMessage("killed");

    assertThat(IntStream.range(0, 5))
        .allSatisfy(i -> assertThat(node().find(numbered(i))).contains(text(i)));
    assertThat(node().rotate()).isEqualTo(new Secrets.Rotation(2, 0));
    assertThat(IntStream.range(0, 5))
        .allSatisfy(i -> assertThat(node().find(numbered(i))).contains(text(i)));
    assertThat(new KeyFile(home).read().orElseThrow().hasOldKeys()).isFalse();
  }

  @Test
  void secretsCanBeReadAndStoredOnAnotherNodeWhileTheKeyIsChanged() throws Exception {
    IntStream.range(0, 5).forEach(i -> node().put(numbered(i), text(i)));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reads =
          other.submit(
              () -> {
                int read = 0;
                for (; goesOn.get() || read < 20; read++) {
                  int i = read % 5;
                  assertThat(node().find(numbered(i))).contains(text(i));
                  if (i == 4) {
                    node().put(numbered(i), text(i));
                  }
                }
                return read;
              });
      for (int i = 0; i < 8; i++) {
        assertThat(node().rotate()).isEqualTo(new Secrets.Rotation(5, 0));
      }
      goesOn.set(false);
      assertThat(reads.get()).isGreaterThanOrEqualTo(20);
    } finally {
      other.shutdownNow();
    }
  }

  private static SecretText text(int number) {
    return new SecretText("text " + number);
  }

  private static SecretReference numbered(int number) {
    return new SecretReference("c" + number + ".token");
  }

  private Vault node() {
    return node(Clock.systemUTC());
  }

  private Vault node(Clock clock) {
    return new Vault(ao, () -> Optional.of(home), cluster, clock);
  }

  private SecretRow row(SecretReference reference) {
    return ao.executeInTransaction(
        () -> ao.find(SecretRow.class, "SECRET_NAME = ?", reference.name())[0]);
  }

  private Path keyFile() {
    return home.resolve("app-of-apps.key");
  }

  private String rights() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile()));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Locks that all nodes of a test share. */
  private static final class Locks implements LockSource {
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    @Override
    public Lock lock(String name) {
      return locks.computeIfAbsent(name, each -> new ReentrantLock());
    }

    @Override
    public boolean shared() {
      return true;
    }
  }

  /** Ends the work after a number of rows, as a killed process does. */
  private static final class FailingClock extends Clock {
    private int rows;

    FailingClock(int rows) {
      this.rows = rows;
    }

    @Override
    public long millis() {
      if (--rows < 0) {
        throw new IllegalStateException("killed");
      }
      return 1;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
