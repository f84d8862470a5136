package io.appofapps.confluence.git;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.SshKey;
import io.appofapps.confluence.configuration.SecretReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/** An SSH server on a port of this machine that serves one repository to one key. */
final class SshGitServer implements AutoCloseable {

  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<String> protocols = new CopyOnWriteArrayList<>();
  final KeyPair hostKey;

  private final SshServer ssh = SshServer.setUpDefaultServer();
  private final Repository repository;

  SshGitServer(Repository repository, KeyPair hostKey, KeyPair accepted) throws IOException {
    this.repository = repository;
    this.hostKey = hostKey;
    ssh.setHost("127.0.0.1");
    ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    ssh.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals("git") && KeyUtils.compareKeys(key, accepted.getPublic()));
    ssh.setCommandFactory((channel, command) -> new GitCommand(command));
    ssh.start();
  }

  static KeyPair key(String type, int bits) throws GeneralSecurityException {
    return KeyUtils.generateKeyPair(type, bits);
  }

  /** The private key as OpenSSH writes it, encrypted when there is a passphrase. */
  static String text(KeyPair key, String passphrase) throws Exception {
    OpenSSHKeyEncryptionContext encryption = null;
    if (!passphrase.isEmpty()) {
      encryption = new OpenSSHKeyEncryptionContext();
      encryption.setPassword(passphrase);
      encryption.setCipherType("256");
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "app", encryption, text);
    return text.toString(StandardCharsets.US_ASCII);
  }

  int port() {
    return ssh.getPort();
  }

  String url() {
    return "ssh://127.0.0.1:" + port() + "/team/apps.git";
  }

  /** The line of known_hosts for this server, were its key that one. */
  String knownAs(KeyPair key) {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic());
  }

  RepositorySettings settings(String knownHosts, boolean passphrase) {
    SecretReference word = TestConfiguration.reference("apps.git-passphrase");
    return new RepositorySettings(
        "apps",
        url(),
        RepositorySettings.JIRA_KEYS,
        Optional.of(
            new RepositorySettings.SignIn(
                "git",
                Optional.empty(),
                Optional.of(
                    new SshKey(
                        TestConfiguration.reference("apps.git-key"),
                        passphrase ? Optional.of(word) : Optional.empty(),
                        knownHosts)))),
        Optional.empty());
  }

  @Override
  public void close() throws IOException {
    ssh.stop(true);
  }

  private final class GitCommand extends AbstractCommandSupport {
    GitCommand(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      commands.add(getCommand());
      try {
        if (!getCommand().endsWith("'/team/apps.git'")) {
          getErrorStream().write("no such repository\n".getBytes(StandardCharsets.UTF_8));
          getErrorStream().flush();
          onExit(128);
          return;
        }
        if (getCommand().startsWith("git-receive-pack")) {
          new ReceivePack(repository).receive(getInputStream(), getOutputStream(), null);
        } else {
          String protocol = getEnvironment().getEnv().getOrDefault("GIT_PROTOCOL", "");
          protocols.add(protocol);
          UploadPack pack = new UploadPack(repository);
          pack.setExtraParameters(List.of(protocol.split(":")));
          pack.setRequestPolicy(UploadPack.RequestPolicy.REACHABLE_COMMIT);
          pack.upload(getInputStream(), getOutputStream(), getErrorStream());
        }
        onExit(0);
      } catch (IOException | RuntimeException e) {
        onExit(1, e.getClass().getSimpleName());
      }
    }
  }
}
