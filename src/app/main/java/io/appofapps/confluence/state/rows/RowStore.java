package io.appofapps.confluence.state.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Sharing;
import io.appofapps.confluence.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All access to the rows. Every call is one transaction and throws what Active Objects throws. */
final class RowStore {

  private static final Logger LOG = LoggerFactory.getLogger(RowStore.class);
  private static final int FORMAT = 1;
  private static final int KEYS_PER_QUERY = 100;

  private final ActiveObjects ao;
  private final LongAdder written = new LongAdder();

  RowStore(ActiveObjects ao) {
    this.ao = ao;
  }

  /** Resource rows written since start. */
  long written() {
    return written.sum();
  }

  /** The rows of all connections, by connection: one query. */
  Map<String, StoredConnection> connections() {
    return ao.executeInTransaction(
        () -> {
          Map<String, StoredConnection> result = new HashMap<>();
          for (ConnectionRow row : ao.find(ConnectionRow.class)) {
            result.put(row.getConnectionKey(), StoredConnection.of(row));
          }
          return result;
        });
  }

  /** Begins a new term; from then on no older one can write. */
  StoredConnection takeFence(String connection, String owner) {
    return ao.executeInTransaction(
        () -> {
          if (find(connection).isEmpty()) {
            ao.create(
                ConnectionRow.class,
                new DBParam("CONNECTION_KEY", connection),
                new DBParam("TERM_NUMBER", 0L),
                new DBParam("FEED_NUMBER", 0L),
                new DBParam("FLOOR_NUMBER", 0L));
          }
          ConnectionRow row = locked(connection, owner).orElseThrow();
          row.setTermNumber(row.getTermNumber() + 1);
          row.save();
          return StoredConnection.of(row);
        });
  }

  /** Marks an orderly end of the term; the rows stay. */
  void leave(String connection, long term) {
    ao.executeInTransaction(
        () -> {
          ConnectionRow row = fenced(connection, term, "");
          row.setOwnerNode("");
          row.save();
          return null;
        });
  }

  /**
   * Brings rows up to date, each changed one under a feed number of its own.
   *
   * @param purgeUpTo tombstones up to this feed number go away; 0 for none
   * @throws FencedException when another term has begun; nothing is written
   */
  StoredConnection append(
      String connection,
      long term,
      String owner,
      List<RowWrite> writes,
      StoredConnection.Facts facts,
      long purgeUpTo) {
    int[] changed = new int[1];
    StoredConnection result =
        ao.executeInTransaction(
            () -> {
              ConnectionRow row = fenced(connection, term, owner);
              Map<String, ResourceRow> existing =
                  find(writes.stream().map(write -> write.id().digest()).toList());
              long feed = row.getFeedNumber();
              for (RowWrite write : writes) {
                if (write(write, existing.get(write.id().digest()), feed + 1)) {
                  feed++;
                }
              }
              changed[0] = (int) (feed - row.getFeedNumber());
              row.setFeedNumber(feed);
              if (purgeUpTo > row.getFloorNumber()) {
                purge(connection, purgeUpTo);
                row.setFloorNumber(purgeUpTo);
              }
              tell(row, facts);
              row.save();
              return StoredConnection.of(row);
            });
    written.add(changed[0]);
    return result;
  }

  private void purge(String connection, long upTo) {
    ao.deleteWithSQL(
        ResourceRow.class,
        "CONNECTION_KEY = ? AND FEED_NUMBER <= ? AND TOMBSTONE = ?",
        connection,
        upTo,
        1);
  }

  private static void tell(ConnectionRow row, StoredConnection.Facts facts) {
    row.setCompleteTerm(facts.completeTerm());
    row.setPhaseWord(facts.phase().name());
    row.setSinceMillis(facts.since().toEpochMilli());
    row.setAsOfMillis(facts.asOf().map(Instant::toEpochMilli).orElse(0L));
    row.setObjectCount(facts.objects());
    row.setDocument(Document.empty().put("reason", facts.reason()).write());
  }

  /** The connection's row, locked until the end of the transaction. */
  private ConnectionRow fenced(String connection, long term, String owner) {
    long current = 0;
    Optional<ConnectionRow> row = locked(connection, owner);
    if (row.isPresent()) {
      current = row.get().getTermNumber();
      if (current == term) {
        return row.get();
      }
    }
    throw new FencedException(connection, term, current);
  }

  /**
   * The update takes the row's lock, so it waits for any other writer; only what is read after it
   * is what that writer has left.
   */
  private Optional<ConnectionRow> locked(String connection, String owner) {
    Optional<ConnectionRow> before = find(connection);
    before.ifPresent(
        row -> {
          row.setOwnerNode(owner);
          row.save();
        });
    return before.flatMap(row -> find(connection));
  }

  private Optional<ConnectionRow> find(String connection) {
    ConnectionRow[] rows = ao.find(ConnectionRow.class, "CONNECTION_KEY = ?", connection);
    return rows.length == 0 ? Optional.empty() : Optional.of(rows[0]);
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

  /** Whether the row has changed. */
  private boolean write(RowWrite write, ResourceRow existing, long feed) {
    if (existing == null) {
      if (write.content().isPresent()) {
        create(write, write.content().get(), feed);
      }
      return write.content().isPresent();
    }
    if (write.hash().equals(existing.getContentHash())) {
      return false;
    }
    existing.setFeedNumber(feed);
    existing.setTombstone(write.content().isPresent() ? 0 : 1);
    existing.setFormatNumber(FORMAT);
    existing.setContentHash(write.hash());
    existing.setProjectName(write.content().map(RowContent::project).map(Column::write).orElse(""));
    existing.setSyncWord(write.content().map(RowContent::sync).orElse(""));
    existing.setHealthWord(write.content().map(RowContent::health).orElse(""));
    existing.setDocument(write.document());
    existing.save();
    return true;
  }

  private void create(RowWrite write, RowContent content, long feed) {
    ApplicationKey key = write.id().key();
    ao.create(
        ResourceRow.class,
        new DBParam("ROW_KEY", write.id().digest()),
        new DBParam("CONNECTION_KEY", key.connection()),
        new DBParam("FEED_NUMBER", feed),
        new DBParam("TOMBSTONE", 0),
        new DBParam("FORMAT_NUMBER", FORMAT),
        new DBParam("CONTENT_HASH", write.hash()),
        new DBParam("KIND_WORD", write.id().kind().word()),
        new DBParam("NAMESPACE_NAME", Column.write(key.namespace())),
        new DBParam("RESOURCE_NAME", Column.write(key.name())),
        new DBParam("PROJECT_NAME", Column.write(content.project())),
        new DBParam("SYNC_WORD", content.sync()),
        new DBParam("HEALTH_WORD", content.health()),
        new DBParam("DOCUMENT", write.document()));
  }

  /** What changed after a feed number, up to another, in the order of the changes. */
  List<Change<?>> changes(String connection, long after, long upTo) {
    return read(
        Query.select()
            .where(
                "CONNECTION_KEY = ? AND FEED_NUMBER > ? AND FEED_NUMBER <= ?",
                connection,
                after,
                upTo)
            .order("FEED_NUMBER"));
  }

  /** All resources of the connection: upserts, and nothing for tombstones. */
  List<Change<?>> all(String connection) {
    return read(Query.select().where("CONNECTION_KEY = ?", connection)).stream()
        .filter(Change.Upsert.class::isInstance)
        .<Change<?>>map(change -> change)
        .toList();
  }

  private List<Change<?>> read(Query query) {
    return ao.executeInTransaction(
        () -> {
          List<Change<?>> result = new ArrayList<>();
          Sharing session = new Sharing();
          for (ResourceRow row : ao.find(ResourceRow.class, query)) {
            read(row).ifPresent(change -> result.add(change.shared(session)));
          }
          return result;
        });
  }

  /** A row that this version cannot read is left alone: another one may have written it. */
  private static Optional<Change<?>> read(ResourceRow row) {
    try {
      ApplicationKey key =
          new ApplicationKey(row.getConnectionKey(), row.getNamespaceName(), row.getResourceName());
      return row.getTombstone() == 1
          ? RowContent.deletion(row.getKindWord(), key)
          : Optional.of(RowContent.read(row.getKindWord(), key, Document.parse(row.getDocument())));
    } catch (RuntimeException e) {
      LOG.debug("A stored row of kind {} is skipped", row.getKindWord(), e);
      return Optional.empty();
    }
  }

  /**
   * Removes all resources of a connection, in the term of the caller. The connection's own row
   * stays, so that its terms and feed numbers never begin anew.
   */
  void clear(String connection, long term) {
    ao.executeInTransaction(
        () -> {
          ConnectionRow row = fenced(connection, term, "");
          ao.deleteWithSQL(ResourceRow.class, "CONNECTION_KEY = ?", connection);
          // one number for the clearing itself, so that every follower is below the floor
          row.setFeedNumber(row.getFeedNumber() + 1);
          row.setFloorNumber(row.getFeedNumber());
          row.setObjectCount(0);
          row.setAsOfMillis(0);
          row.save();
          return null;
        });
  }
}
