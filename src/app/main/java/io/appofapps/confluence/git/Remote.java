package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.SshKey;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.secret.SecretText;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A configured repository at its host. */
final class Remote {

  private static final int SILENCE_SECONDS = 10;

  private final RepositorySettings settings;
  private final URIish address;
  private final Function<SecretReference, Optional<SecretText>> secrets;

  /**
   * @param secrets asked anew for each connection, so that a new secret holds at once
   */
  Remote(RepositorySettings settings, Function<SecretReference, Optional<SecretText>> secrets) {
    this.settings = settings;
    this.secrets = secrets;
    try {
      this.address = new URIish(settings.url());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e.getClass().getName());
    }
  }

  /** User and token in clear. */
  record SignIn(String user, SecretText token) {}

  /** A line to the host, for one task. */
  record Line(Transport transport, Budget budget) implements AutoCloseable {
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
    Budget budget = new Budget(most, time, stopped);
    Transport transport = settings.isSsh() ? overSsh(local, budget) : overHttp(local, budget);
    transport.setTimeout(SILENCE_SECONDS);
    transport.setTagOpt(TagOpt.NO_TAGS);
    return new Line(transport, budget);
  }

  private Transport overHttp(Repository local, Budget budget) throws IOException {
    Optional<RepositorySettings.SignIn> wanted = settings.signIn();
    Optional<SignIn> signIn = Optional.empty();
    if (wanted.isPresent()) {
      SecretReference token = wanted.get().token().orElseThrow(NoTokenException::new);
      signIn = Optional.of(new SignIn(wanted.get().user(), stored(token)));
    }
    Transport transport = Transport.open(local, address);
    ((TransportHttp) transport)
        .setHttpConnectionFactory(
            new LimitedConnections(URI.create(settings.url()).toURL(), signIn, budget));
    return transport;
  }

  private Transport overSsh(Repository local, Budget budget) throws IOException {
    RepositorySettings.SignIn signIn = settings.signIn().orElseThrow(NoTokenException::new);
    SshKey key = signIn.ssh().orElseThrow(NoTokenException::new);
    Optional<SecretText> passphrase = Optional.empty();
    if (key.passphrase().isPresent()) {
      passphrase = Optional.of(stored(key.passphrase().get()));
    }
    SshSessions sessions =
        new SshSessions(signIn.user(), stored(key.key()), passphrase, key.knownHosts(), budget);
    Transport transport = Transport.open(local, address);
    ((SshTransport) transport).setSshSessionFactory(sessions);
    return transport;
  }

  private SecretText stored(SecretReference reference) throws NoTokenException {
    return secrets.apply(reference).orElseThrow(NoTokenException::new);
  }

  /** The token, or the key, is not stored, or cannot be decrypted. */
  static final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
