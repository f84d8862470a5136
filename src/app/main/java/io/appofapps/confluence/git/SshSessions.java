package io.appofapps.confluence.git;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import io.appofapps.confluence.cluster.AddressGuard;
import io.appofapps.confluence.secret.SecretText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/**
 * The SSH sessions of one task: signed in by one key and nothing else, with hosts whose key is
 * known and no others. No file of the account that Confluence runs as is read: neither its keys nor
 * its configuration nor its known hosts.
 */
final class SshSessions extends SshSessionFactory {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int PORT = 22;

  private final String user;
  private final SecretText key;
  private final Optional<SecretText> passphrase;
  private final String knownHosts;
  private final Budget budget;

  /**
   * @param key private key as text, OpenSSH's or PEM
   * @param knownHosts lines of a known_hosts file
   */
  SshSessions(
      String user,
      SecretText key,
      Optional<SecretText> passphrase,
      String knownHosts,
      Budget budget) {
    this.user = user;
    this.key = key;
    this.passphrase = passphrase;
    this.knownHosts = knownHosts;
    this.budget = budget;
  }

  @Override
  public RemoteSession getSession(URIish address, CredentialsProvider ignored, FS files, int millis)
      throws TransportException {
    try {
      AddressGuard.resolve(URI.create("ssh://" + address.getHost()));
      return new Connected(connect(address));
    } catch (SshException e) {
      throw new TransportException(address, e.getMessage(), e);
    } catch (UnknownHostException e) {
      throw new TransportException(address, "unknown host", e);
    }
  }

  @Override
  public String getType() {
    return "app-of-apps";
  }

  private Session connect(URIish address) throws SshException {
    JSch ssh = new JSch();
    try {
      ssh.addIdentity("key", bytes(key), null, passphrase.map(SshSessions::bytes).orElse(null));
      // a passphrase that does not fit is no error for JSch: the key stays locked
      if (ssh.getIdentityRepository().getIdentities().get(0).isEncrypted()) {
        throw new JSchException("locked");
      }
    } catch (JSchException e) {
      throw new SshException(SshException.Kind.KEY, e);
    }
    try {
      ssh.setKnownHosts(new ByteArrayInputStream(lines().getBytes(StandardCharsets.UTF_8)));
      int port = address.getPort() > 0 ? address.getPort() : PORT;
      Session session = ssh.getSession(user, address.getHost(), port);
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setConfig("PreferredAuthentications", "publickey");
      session.setDaemonThread(true);
      session.connect(CONNECT_MILLIS);
      session.setTimeout(CONNECT_MILLIS);
      return session;
    } catch (JSchHostKeyException e) {
      throw new SshException(SshException.Kind.HOST_KEY, e);
    } catch (JSchException e) {
      boolean refused = String.valueOf(e.getMessage()).startsWith("Auth ");
      throw new SshException(refused ? SshException.Kind.SIGN_IN : SshException.Kind.CONNECTION, e);
    }
  }

  private String lines() {
    return knownHosts.strip() + "\n";
  }

  private static byte[] bytes(SecretText text) {
    return text.reveal().getBytes(StandardCharsets.UTF_8);
  }

  private final class Connected implements RemoteSession2 {
    private final Session session;

    Connected(Session session) {
      this.session = session;
    }

    @Override
    public Process exec(String command, int seconds) throws IOException {
      return exec(command, Map.of(), seconds);
    }

    @Override
    public Process exec(String command, Map<String, String> environment, int seconds)
        throws IOException {
      try {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        environment.forEach(channel::setEnv);
        channel.setCommand(command);
        if (command.contains("receive-pack")) {
          budget.pushes();
        }
        return SshProcess.start(channel, budget, CONNECT_MILLIS);
      } catch (JSchException e) {
        throw new SshException(SshException.Kind.CONNECTION, e);
      }
    }

    @Override
    public void disconnect() {
      session.disconnect();
    }
  }
}
