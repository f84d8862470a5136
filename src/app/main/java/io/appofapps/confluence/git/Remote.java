package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A configured repository at its host. */
final class Remote {

  private static final int SILENCE_SECONDS = 10;

  private final RepositorySettings settings;
  private final URL address;
  private final Secrets secrets;

  /**
   * @param secrets asked anew for each connection, so that a new token holds at once
   */
  Remote(RepositorySettings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    try {
      this.address = URI.create(settings.url()).toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getClass().getName());
    }
  }

  /** User and token in clear. */
  record SignIn(String user, SecretText token) {}

  /** A line to the host, for one task. */
  record Line(Transport transport, LimitedConnections connections) implements AutoCloseable {
    @Override
    public void close() {
      transport.close();
    }
  }

  RepositorySettings settings() {
    return settings;
  }

  /**
   * Opens a line; nothing is sent yet.
   *
   * @param local what is fetched to or pushed from
   * @param most bytes the host may send
   * @param time that the task may take
   * @param stopped when the task shall end
   */
  Line open(Repository local, long most, Duration time, BooleanSupplier stopped)
      throws IOException {
    LimitedConnections connections = new LimitedConnections(address, signIn(), most, time, stopped);
    Transport transport = Transport.open(local, new URIish(address));
    ((TransportHttp) transport).setHttpConnectionFactory(connections);
    transport.setTimeout(SILENCE_SECONDS);
    transport.setTagOpt(TagOpt.NO_TAGS);
    return new Line(transport, connections);
  }

  private Optional<SignIn> signIn() throws NoTokenException {
    Optional<RepositorySettings.SignIn> wanted = settings.signIn();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    SecretText token = secrets.find(wanted.get().token()).orElseThrow(NoTokenException::new);
    return Optional.of(new SignIn(wanted.get().user(), token));
  }

  /** The token is not stored, or cannot be decrypted. */
  static final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
