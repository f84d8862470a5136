package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.java.ao.DBParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All access to the rows. Every call is one transaction and throws what Active Objects throws. */
final class RowStore {

  private static final Logger LOG = LoggerFactory.getLogger(RowStore.class);
  private static final int COLUMN_LENGTH = 255;
  private static final int KEYS_PER_QUERY = 100;
  private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]");

  private final ActiveObjects ao;

  RowStore(ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * All rows there are.
   *
   * @param resources upserts of the resources that could be read
   * @param unreadable primary keys of rows of another time
   * @param asOf by connection
   */
  record Rows(List<Change<?>> resources, List<String> unreadable, Map<String, Instant> asOf) {}

  Rows load() {
    return ao.executeInTransaction(
        () -> {
          Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
          for (ResourceRow row : ao.find(ResourceRow.class)) {
            read(row, rows);
          }
          for (ConnectionRow row : ao.find(ConnectionRow.class)) {
            if (row.getAsOfTime() != null) {
              rows.asOf().put(row.getConnectionKey(), row.getAsOfTime().toInstant());
            }
          }
          return rows;
        });
  }

  private static void read(ResourceRow row, Rows rows) {
    try {
      ApplicationKey key =
          new ApplicationKey(row.getConnectionKey(), row.getNamespaceName(), row.getResourceName());
      Change<?> change = RowContent.read(row.getKindWord(), key, Document.parse(row.getDocument()));
      rows.resources().add(change);
    } catch (RuntimeException e) {
      LOG.debug("A stored row cannot be read and is dropped", e);
      rows.unreadable().add(row.getRowKey());
    }
  }

  /** Brings the rows of the changed resources up to date, with the age of their connections. */
  void write(Collection<Change<?>> changes, Map<String, Instant> asOf) {
    ao.executeInTransaction(
        () -> {
          Map<String, Change<?>> byDigest = new HashMap<>();
          changes.forEach(change -> byDigest.put(RowId.of(change).digest(), change));
          Map<String, ResourceRow> existing = find(byDigest.keySet());
          byDigest.forEach((digest, change) -> write(digest, change, existing.get(digest)));
          asOf.forEach(this::writeAge);
          return null;
        });
  }

  /** Removes rows by primary key. */
  void delete(Collection<String> digests) {
    ao.executeInTransaction(
        () -> {
          find(digests).values().forEach(ao::delete);
          return null;
        });
  }

  private Map<String, ResourceRow> find(Collection<String> digests) {
    Map<String, ResourceRow> found = new HashMap<>();
    List<String> all = List.copyOf(digests);
    for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
      List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY));
      String places = String.join(",", Collections.nCopies(some.size(), "?"));
      for (ResourceRow row :
          ao.find(ResourceRow.class, "ROW_KEY IN (" + places + ")", some.toArray())) {
        found.put(row.getRowKey(), row);
      }
    }
    return found;
  }

  private void write(String digest, Change<?> change, ResourceRow existing) {
    if (change instanceof Change.Upsert<?> upsert) {
      RowContent content = RowContent.of(upsert.resource());
      if (existing == null) {
        create(digest, change, content);
      } else {
        existing.setProjectName(column(content.project()));
        existing.setSyncWord(content.sync());
        existing.setHealthWord(content.health());
        existing.setDocument(content.document().write());
        existing.save();
      }
    } else if (existing != null) {
      ao.delete(existing);
    }
  }

  private void create(String digest, Change<?> change, RowContent content) {
    ao.create(
        ResourceRow.class,
        new DBParam("ROW_KEY", digest),
        new DBParam("CONNECTION_KEY", change.key().connection()),
        new DBParam("KIND_WORD", change.kind().word()),
        new DBParam("NAMESPACE_NAME", column(change.key().namespace())),
        new DBParam("RESOURCE_NAME", column(change.key().name())),
        new DBParam("PROJECT_NAME", column(content.project())),
        new DBParam("SYNC_WORD", content.sync()),
        new DBParam("HEALTH_WORD", content.health()),
        new DBParam("DOCUMENT", content.document().write()));
  }

  /** One bad text must not make the whole batch fail for ever. */
  private static String column(String text) {
    String clean = UNSAFE.matcher(text).replaceAll("?");
    return clean.length() <= COLUMN_LENGTH ? clean : clean.substring(0, COLUMN_LENGTH);
  }

  private void writeAge(String connection, Instant asOf) {
    ConnectionRow[] rows = ao.find(ConnectionRow.class, "CONNECTION_KEY = ?", connection);
    if (rows.length == 0) {
      ao.create(
          ConnectionRow.class,
          new DBParam("CONNECTION_KEY", connection),
          new DBParam("AS_OF_TIME", Date.from(asOf)));
    } else {
      rows[0].setAsOfTime(Date.from(asOf));
      rows[0].save();
    }
  }
}
