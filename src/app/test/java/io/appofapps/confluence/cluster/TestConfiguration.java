package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A configuration and secrets in memory. */
public final class TestConfiguration implements ConfigurationReader {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<SecretReference, SecretText> texts = new ConcurrentHashMap<>();
  private volatile Configuration current = Configuration.EMPTY;

  public final Secrets secrets = new MemorySecrets();

  public static SecretReference reference(String name) {
    return new SecretReference(name);
  }

  /** A plain connection; tests change what matters to them. */
  public static ConnectionSettings connection(
      String id, Optional<URI> server, SignIn signIn, List<String> namespaces) {
    return new ConnectionSettings(
        id,
        "Test",
        server,
        Optional.empty(),
        false,
        Optional.empty(),
        signIn,
        Optional.empty(),
        namespaces,
        Optional.empty(),
        false);
  }

  /** Puts a secret in place and tells of it, as an administrator's change does. */
  public void secret(String name, String text) {
    texts.put(reference(name), new SecretText(text));
    listeners.forEach(Runnable::run);
  }

  public void set(ConnectionSettings... connections) {
    current = Configuration.EMPTY.withConnections(List.of(connections));
    listeners.forEach(Runnable::run);
  }

  /** Puts the whole configuration in force. */
  public void set(Configuration configuration) {
    current = configuration;
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

  private final class MemorySecrets implements Secrets {
    @Override
    public Optional<SecretText> find(SecretReference reference) {
      return Optional.ofNullable(texts.get(reference));
    }

    @Override
    public void put(SecretReference reference, SecretText secret) {
      texts.put(reference, secret);
    }

    @Override
    public void delete(SecretReference reference) {
      texts.remove(reference);
    }

    @Override
    public Rotation rotate() {
      return new Rotation(texts.size(), 0);
    }

    @Override
    public Set<String> names() {
      return texts.keySet().stream()
          .map(SecretReference::name)
          .collect(java.util.stream.Collectors.toSet());
    }
  }
}
