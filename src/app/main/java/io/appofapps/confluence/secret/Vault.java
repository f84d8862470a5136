package io.appofapps.confluence.secret;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.state.leader.LockSource;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import net.java.ao.DBParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the database, encrypted with a key that is only in the shared home. Read through at
 * every call, so that what another node stores holds here too; only (re)connecting calls, never a
 * page.
 */
@Named
public class Vault implements Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final String LOCK = "io.appofapps.confluence.secrets";
  private static final long LOCK_SECONDS = 15;

  private final ActiveObjects ao;
  private final Supplier<Optional<Path>> home;
  private final LockSource locks;
  private final Clock clock;

  @Inject
  public Vault(
      @ComponentImport ActiveObjects ao,
      @ComponentImport ApplicationProperties application,
      LockSource locks) {
    this(
        ao,
        () -> application.getSharedHomeDirectory().or(application::getLocalHomeDirectory),
        locks,
        Clock.systemUTC());
  }

  Vault(ActiveObjects ao, Supplier<Optional<Path>> home, LockSource locks, Clock clock) {
    this.ao = ao;
    this.home = home;
    this.locks = locks;
    this.clock = clock;
  }

  @Override
  public Optional<SecretText> find(SecretReference reference) {
    Optional<Sealed> sealed = row(reference.name());
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    try {
      // The second look is for a key that was changed between reading the row and the file.
      Optional<SecretText> text =
          open(sealed.get()).or(() -> row(reference.name()).flatMap(this::open));
      if (text.isEmpty()) {
        LOG.error(
            "The stored secret {} cannot be decrypted with the key file: restore the key file, or"
                + " enter the secret again",
            reference.name());
      }
      return text;
    } catch (KeyFileException e) {
      LOG.error("The stored secret {} cannot be decrypted: {}", reference.name(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void put(SecretReference reference, SecretText secret) {
    alone(
        () -> {
          seal(reference.name(), secret, keyFile().readOrCreate());
          return null;
        });
  }

  @Override
  public void delete(SecretReference reference) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(SecretRow.class, "SECRET_NAME = ?", reference.name()));
  }

  @Override
  public Set<String> names() {
    return ao.executeInTransaction(
        () -> {
          Set<String> names = new TreeSet<>();
          for (SecretRow row : ao.find(SecretRow.class)) {
            names.add(row.getSecretName());
          }
          return names;
        });
  }

  /**
   * Encrypts every secret with a new key and takes the old ones out of the key file. May be
   * interrupted at any point and called again: an old key stays as long as a secret needs it.
   *
   * @throws KeyFileException when the key file cannot be read or written
   */
  @Override
  public Rotation rotate() {
    return alone(
        () -> {
          KeyFile file = keyFile();
          SecretKeys before = file.readOrCreate();
          SecretKeys keys = before.hasOldKeys() ? before : before.withNewKey();
          file.replace(keys);
          Rotation done = sealAll(keys);
          file.replace(keys.withoutOldKeys());
          LOG.info("Changed the encryption key of {} secrets", done.changed());
          return done;
        });
  }

  private Rotation sealAll(SecretKeys keys) {
    int changed = 0;
    int unreadable = 0;
    for (String name : names()) {
      Optional<Sealed> sealed = row(name);
      if (sealed.isPresent() && !sealed.get().key().equals(keys.current())) {
        Optional<SecretText> text = open(sealed.get(), keys);
        if (text.isPresent()) {
          seal(name, text.get(), keys);
          changed++;
        } else {
          unreadable++;
          LOG.error("The stored secret {} cannot be decrypted: enter it again", name);
        }
      }
    }
    return new Rotation(changed, unreadable);
  }

  private void seal(String name, SecretText secret, SecretKeys keys) {
    String key = keys.current();
    String sealed = SecretCipher.encrypt(keys.key(key).orElseThrow(), key, name, secret);
    ao.executeInTransaction(
        () -> {
          SecretRow[] rows = ao.find(SecretRow.class, "SECRET_NAME = ?", name);
          if (rows.length == 0) {
            ao.create(
                SecretRow.class,
                new DBParam("SECRET_NAME", name),
                new DBParam("KEY_NAME", key),
                new DBParam("SEALED", sealed),
                new DBParam("CHANGED_MILLIS", clock.millis()));
          } else {
            rows[0].setKeyName(key);
            rows[0].setSealed(sealed);
            rows[0].setChangedMillis(clock.millis());
            rows[0].save();
          }
          return null;
        });
  }

  private Optional<Sealed> row(String name) {
    List<SecretRow> rows =
        Arrays.asList(
            ao.executeInTransaction(() -> ao.find(SecretRow.class, "SECRET_NAME = ?", name)));
    return rows.stream()
        .findFirst()
        .map(row -> new Sealed(name, row.getKeyName(), row.getSealed()));
  }

  private Optional<SecretText> open(Sealed sealed) {
    return keyFile().read().flatMap(keys -> open(sealed, keys));
  }

  private static Optional<SecretText> open(Sealed sealed, SecretKeys keys) {
    return keys.key(sealed.key())
        .flatMap(key -> SecretCipher.decrypt(key, sealed.key(), sealed.name(), sealed.text()));
  }

  private KeyFile keyFile() {
    return new KeyFile(
        home.get().orElseThrow(() -> new KeyFileException("Confluence names no home directory")));
  }

  /** One writer in the whole cluster, so that no secret is stored with a key about to go. */
  private <T> T alone(Supplier<T> action) {
    Lock lock = locks.lock(LOCK);
    try {
      if (!lock.tryLock(LOCK_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "Another node is storing secrets or changing their key; try again in a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the secret was stored", e);
    }
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** What a row holds; prints no ciphertext. */
  private record Sealed(String name, String key, String text) {
    @Override
    public String toString() {
      return "Sealed[" + name + "]";
    }
  }
}
