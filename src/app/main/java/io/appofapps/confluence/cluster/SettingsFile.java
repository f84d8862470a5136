package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationStore;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of {@code app-of-apps.properties} in the shared home, put into the
 * configuration whenever the file changes; its kubeconfig goes to the secrets. Stands in until a
 * file brings the whole configuration.
 */
@Named
public class SettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final String NAME = "app-of-apps.properties";
  private static final SecretReference KUBECONFIG = new SecretReference("default.kubeconfig");
  private static final long POLL_SECONDS = 3;

  private final ConfigurationStore store;
  private final Secrets secrets;
  private Optional<ConnectionSettings> known = Optional.empty();
  private ScheduledExecutorService poller;

  @Inject
  public SettingsFile(ConfigurationStore store, Secrets secrets) {
    this.store = store;
    this.secrets = secrets;
  }

  /** Reads the file in that home now and whenever it changes. */
  public synchronized void start(Path home) {
    if (poller == null) {
      poll(home);
      poller = Executors.newSingleThreadScheduledExecutor(OwnThreads.named("settings"));
      poller.scheduleWithFixedDelay(() -> poll(home), POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Reads no more. */
  public synchronized void stop() {
    if (poller != null) {
      poller.shutdownNow();
      poller = null;
    }
  }

  private void poll(Path home) {
    try {
      Properties properties = read(home.resolve(NAME));
      Optional<SecretText> secret = kubeconfig(home, properties);
      if (secret.isPresent() && !secret.equals(secrets.find(KUBECONFIG))) {
        secrets.put(KUBECONFIG, secret.get());
      }
      Optional<ConnectionSettings> connection = connection(properties);
      if (connection.isPresent() && !connection.equals(known)) {
        save(connection.get());
        known = connection;
      }
    } catch (RuntimeException e) {
      LOG.error("Taking over the settings file failed", e);
    }
  }

  private void save(ConnectionSettings connection) {
    StoredConfiguration before = store.latest();
    Configuration old = before.configuration();
    Stream<ConnectionSettings> others =
        old.connections().stream().filter(each -> !each.id().equals(connection.id()));
    store.replace(
        before.version(),
        new Configuration(
            Stream.concat(others, Stream.of(connection)).toList(),
            old.sets(),
            old.environments(),
            old.services(),
            old.discoverSets()),
        NAME);
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("No settings file", e);
    }
    return properties;
  }

  private static Optional<SecretText> kubeconfig(Path home, Properties properties) {
    try {
      return value(properties, "kubeconfig").isEmpty()
          ? Optional.empty()
          : Optional.of(
              new SecretText(
                  Files.readString(home.resolve(value(properties, "kubeconfig").get()))));
    } catch (IOException | InvalidPathException e) {
      LOG.debug("No kubeconfig", e);
      return Optional.empty();
    }
  }

  private static Optional<ConnectionSettings> connection(Properties properties) {
    if (value(properties, "kubeconfig").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConnectionSettings(
            value(properties, "connection").orElse("default"),
            "Default",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            new SignIn.Kubeconfig(KUBECONFIG, value(properties, "context")),
            Optional.empty(),
            value(properties, "namespaces").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .toList(),
            value(properties, "argocd.url").flatMap(WebAddress::parse),
            false));
  }

  private static Optional<String> value(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
