package io.appofapps.confluence.configuration.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.VersionConflictException;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** All access to the rows of the versions. Every call is one short transaction. */
final class VersionRows {

  /** Versions that are kept. */
  static final int KEPT = 50;

  private static final int LONGEST_AUTHOR = 255;
  private static final StoredConfiguration NONE =
      new StoredConfiguration(0, Configuration.EMPTY, "", Instant.EPOCH);

  private final ActiveObjects ao;

  VersionRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * The newest version; version 0 without any.
   *
   * @throws IllegalStateException when it cannot be read
   */
  StoredConfiguration newest() {
    return newerThan(0).orElse(NONE);
  }

  /**
   * The newest version if it is newer than that; a query of almost nothing when it is not.
   *
   * @throws IllegalStateException when it cannot be read
   */
  Optional<StoredConfiguration> newerThan(long version) {
    return ao.executeInTransaction(() -> find(version));
  }

  /**
   * Adds the version after the expected one and forgets the oldest.
   *
   * @throws VersionConflictException when another version is the newest, or another node was faster
   */
  StoredConfiguration append(long expected, Configuration next, String author, Instant at) {
    StoredConfiguration stored =
        new StoredConfiguration(expected + 1, next, inBasicPlane(author), at);
    try {
      return ao.executeInTransaction(
          () -> {
            long found = newestNumber();
            if (found != expected) {
              throw new VersionConflictException(expected, found);
            }
            insert(stored);
            ao.deleteWithSQL(VersionRow.class, "VERSION_NUMBER <= ?", stored.version() - KEPT);
            return stored;
          });
    } catch (VersionConflictException e) {
      throw e;
    } catch (RuntimeException e) {
      // Every database names a clash of keys in its own way; that the version is taken tells it.
      long found = ao.executeInTransaction(this::newestNumber);
      if (found > expected) {
        VersionConflictException conflict = new VersionConflictException(expected, found);
        conflict.initCause(e);
        throw conflict;
      }
      throw e;
    }
  }

  private void insert(StoredConfiguration stored) {
    ao.create(
        VersionRow.class,
        new DBParam("VERSION_NUMBER", stored.version()),
        new DBParam("AUTHOR_KEY", stored.author()),
        new DBParam("SAVED_MILLIS", stored.at().toEpochMilli()),
        new DBParam("DOCUMENT", ConfigurationDocument.writeJson(stored.configuration())));
  }

  private long newestNumber() {
    VersionRow[] rows = ao.find(VersionRow.class, newest(0));
    return rows.length == 0 ? 0 : rows[0].getVersionNumber();
  }

  private Optional<StoredConfiguration> find(long after) {
    VersionRow[] rows = ao.find(VersionRow.class, newest(after));
    return rows.length == 0 ? Optional.empty() : Optional.of(read(rows[0]));
  }

  private static Query newest(long after) {
    return Query.select().where("VERSION_NUMBER > ?", after).order("VERSION_NUMBER DESC").limit(1);
  }

  private static StoredConfiguration read(VersionRow row) {
    try {
      return new StoredConfiguration(
          row.getVersionNumber(),
          ConfigurationDocument.readJson(row.getDocument()).value(),
          row.getAuthorKey() == null ? "" : row.getAuthorKey(),
          Instant.ofEpochMilli(row.getSavedMillis()));
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException(
          "Version "
              + row.getVersionNumber()
              + " of the configuration cannot be read by this version of the app ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /** Not every database's columns take characters of more than three bytes. */
  private static String inBasicPlane(String author) {
    String text =
        author
            .codePoints()
            .mapToObj(c -> c > 0xffff || (c >= 0xd800 && c < 0xe000) ? "?" : Character.toString(c))
            .collect(Collectors.joining());
    return text.substring(0, Math.min(LONGEST_AUTHOR, text.length()));
  }
}
