package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationChecks;
import io.appofapps.confluence.configuration.ConfigurationStore;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.VersionConflictException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store in memory that can fail and be overtaken. */
final class MemoryStore implements ConfigurationStore {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private StoredConfiguration stored =
      new StoredConfiguration(0, Configuration.EMPTY, "", Instant.EPOCH);

  /** Whether the database does not answer. */
  boolean away;

  /** Whether it answers, but cannot write. */
  boolean readOnly;

  /** Called before the next write, as another node that is faster. */
  Runnable overtaking = () -> {};

  @Override
  public StoredConfiguration latest() {
    if (away) {
      throw new IllegalStateException("inner", new SQLException("host db is down"));
    }
    return stored;
  }

  @Override
  public StoredConfiguration replace(long expected, Configuration next, String author) {
    Runnable other = overtaking;
    overtaking = () -> {};
    other.run();
    if (readOnly) {
      throw new IllegalStateException("inner", new SQLException("host db is read-only"));
    }
    if (expected != stored.version()) {
      throw new VersionConflictException(expected, stored.version());
    }
    List<FieldError> wrong = ConfigurationChecks.of(next);
    if (!wrong.isEmpty()) {
      throw new InvalidConfigurationException(wrong);
    }
    if (!next.equals(stored.configuration())) {
      stored = new StoredConfiguration(expected + 1, next, author, Instant.EPOCH);
      listeners.forEach(Runnable::run);
    }
    return stored;
  }

  @Override
  public Configuration current() {
    return stored.configuration();
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
