package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Outcome;
import io.appofapps.confluence.git.Pushes.Pushed;
import io.appofapps.confluence.git.Pushes.Refused;
import io.appofapps.confluence.git.Pushes.Signature;
import io.appofapps.confluence.git.Pushes.Unreachable;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories by SSH, at a real SSH server. */
@Timeout(120)
class SshTest {

  private static final String FILE = "envs/prod/values.yaml";
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir Path directory;
  private final TestConfiguration configuration = new TestConfiguration();
  private final HostWords words =
      new HostWords((key, arguments) -> key + Arrays.toString(arguments));
  private final RepositoryReader reader =
      new RepositoryReader(configuration, configuration.secrets, words);
  private final Pushes pushes = new RepositoryPushes(configuration, configuration.secrets, words);
  private GitServer git;
  private SshGitServer server;
  private KeyPair key;
  private String base;

  @BeforeEach
  void repository() throws Exception {
    git = new GitServer(directory);
    base = git.commit("main", "First", Map.of(FILE, "tag: 1.0\n"));
    key = SshGitServer.key("ssh-ed25519", 256);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    git.close();
  }

  private void start(KeyPair accepted) throws Exception {
    start(accepted, SshGitServer.key("ssh-ed25519", 256));
  }

  private void start(KeyPair accepted, KeyPair hostKey) throws Exception {
    server = new SshGitServer(git.repository(), hostKey, accepted);
    configuration.secret("apps.git-key", SshGitServer.text(key, ""));
    use(server.settings(server.knownAs(server.hostKey), false));
  }

  private void use(RepositorySettings settings) {
    configuration.set(Configuration.EMPTY.withRepositories(List.of(settings)));
  }

  private String read() throws UnreadableException {
    RepositoryFiles.Commit commit = reader.resolve(server.url(), "main");
    return new String(reader.read(commit, FILE).orElseThrow(), StandardCharsets.UTF_8);
  }

  private Outcome push() {
    return pushes.push(
        new Change(
            "p-1",
            List.of(
                new FileEdit(
                    new RepositoryFiles.Commit("apps", server.url(), "main", base),
                    FILE,
                    "tag: 1.0\n".getBytes(StandardCharsets.UTF_8),
                    "tag: 1.1\n".getBytes(StandardCharsets.UTF_8),
                    "")),
            new Signature("Dev", "dev@example.com"),
            new Signature("App of Apps", "app@example.com"),
            Instant.parse("2026-11-24T03:00:00Z"),
            "Promote",
            "",
            List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "ssh-rsa, 3072, ssh-ed25519, 256",
    "ssh-ed25519, 256, ssh-rsa, 3072",
    "ssh-ed25519, 256, ssh-ed25519, 256",
    "ecdsa-sha2-nistp256, 256, ecdsa-sha2-nistp256, 256",
  })
  void filesAreReadAndChangesPushedWithTheKey(String type, int bits, String hostType, int hostBits)
      throws Exception {
    key = SshGitServer.key(type, bits);
    start(key, SshGitServer.key(hostType, hostBits));

    assertThat(read()).isEqualTo("tag: 1.0\n");
    Outcome pushed = push();

    assertThat(pushed).isEqualTo(new Pushed(git.log("main").get(0).getId().name()));
    assertThat(read()).isEqualTo("tag: 1.1\n");
    assertThat(push()).isInstanceOf(Pushes.AlreadyThere.class);
    assertThat(server.protocols).contains("version=2");
    assertThat(git.log("main")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 2048"})
  void aKeyMayHaveAPassphrase(String type, int bits) throws Exception {
    key = SshGitServer.key(type, bits);
    start(key);
    configuration.secret("apps.git-key", SshGitServer.text(key, PASSPHRASE));
    configuration.secret("apps.git-passphrase", PASSPHRASE);
    use(server.settings(server.knownAs(server.hostKey), true));

    assertThat(read()).isEqualTo("tag: 1.0\n");

    configuration.secret("apps.git-passphrase", "wrong");
    assertThatThrownBy(this::read).hasMessageContaining("aoa.git.ssh.key");
    use(server.settings(server.knownAs(server.hostKey), false));
    assertThatThrownBy(this::read)
        .hasMessageContaining("aoa.git.ssh.key")
        .hasMessageNotContaining("PRIVATE");
  }

  @Test
  void aHostWithAnotherKeyIsRefusedBeforeAnythingIsSent() throws Exception {
    start(key);
    use(server.settings(server.knownAs(SshGitServer.key("ssh-ed25519", 256)), false));

    assertThatThrownBy(this::read)
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("aoa.git.ssh.host-key");
    assertThat(push())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.words()).contains("ssh.host-key"));
    assertThat(server.commands).isEmpty();
  }

  @Test
  void aHostThatNobodyKnowsIsRefused() throws Exception {
    start(key);
    String other =
        server.knownAs(server.hostKey).replaceFirst("^\\S+", "git.example.com,[10.0.0.1]:7999");
    use(server.settings(other, false));

    assertThatThrownBy(this::read).hasMessageContaining("aoa.git.ssh.host-key");
    assertThat(server.commands).isEmpty();
  }

  @Test
  void aRevokedKeyIsRefused() throws Exception {
    start(key);
    String line = server.knownAs(server.hostKey);
    use(server.settings("@revoked " + line + "\n" + line, false));

    assertThatThrownBy(this::read).hasMessageContaining("aoa.git.ssh.host-key");
    assertThat(server.commands).isEmpty();
  }

  @Test
  void aKeyThatTheHostDoesNotAcceptIsRefused() throws Exception {
    start(SshGitServer.key("ssh-ed25519", 256));

    assertThatThrownBy(this::read).hasMessageContaining("aoa.git.ssh.sign-in");
    assertThat(push())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.words()).contains("ssh.sign-in"));
  }

  @ParameterizedTest
  @CsvSource({"no key at all", "'-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END'"})
  void whatIsNoKeyIsNeverShown(String text) throws Exception {
    start(key);
    configuration.secret("apps.git-key", text);

    assertThatThrownBy(this::read)
        .hasMessageContaining("aoa.git.ssh.key")
        .hasMessageNotContaining("AAAA")
        .hasMessageNotContaining("no key at all");
  }

  @Test
  void aKeyThatIsNotStoredIsSaid() throws Exception {
    start(key);
    configuration.secrets.delete(TestConfiguration.reference("apps.git-key"));

    assertThatThrownBy(this::read).hasMessageContaining("aoa.git.no-token");
  }

  @Test
  void aRepositoryThatIsNotThereIsSaid() throws Exception {
    start(key);
    RepositorySettings settings = server.settings(server.knownAs(server.hostKey), false);
    String url = server.url().replace("apps.git", "renamed.git");
    use(
        new RepositorySettings(
            "apps", url, settings.stories(), settings.signIn(), settings.review()));

    assertThatThrownBy(() -> reader.resolve(url, "main"))
        .hasMessageContaining("aoa.git.ssh.not-found");
  }

  @Test
  void aHostThatIsAwayMayBeAskedAgain() throws Exception {
    start(key);
    server.close();

    assertThat(push())
        .isInstanceOfSatisfying(
            Unreachable.class,
            unreachable -> {
              assertThat(unreachable.words()).contains("aoa.git.unreachable.refused");
              assertThat(unreachable.mayHaveArrived()).isFalse();
            });
  }

  @Test
  void aHostThatSaysNothingIsGivenUp() throws Exception {
    start(key);
    try (ServerSocket silent = new ServerSocket(0)) {
      RepositorySettings settings = server.settings(server.knownAs(server.hostKey), false);
      String url = "ssh://127.0.0.1:" + silent.getLocalPort() + "/team/apps.git";
      use(
          new RepositorySettings(
              "apps", url, settings.stories(), settings.signIn(), settings.review()));

      assertThatThrownBy(() -> reader.resolve(url, "main"))
          .hasMessageContaining("aoa.git.unreachable.");
    }
  }
}
