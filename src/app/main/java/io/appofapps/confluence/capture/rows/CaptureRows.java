package io.appofapps.confluence.capture.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.capture.Header;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.state.rows.Document;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.NodeKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** All access to the rows of kept snapshots. Every call is one short transaction. */
public final class CaptureRows {

  private final ActiveObjects ao;

  public CaptureRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * Writes a snapshot, unless its root has so many already.
   *
   * @param parts what it holds
   * @param most so many of one root
   * @return whether it was written
   */
  public boolean add(Header header, List<String> parts, int most) {
    String key = header.taken().key();
    String root = hash(header.root());
    return ao.executeInTransaction(
        () -> {
          if (ao.find(CaptureRow.class, "ROOT_HASH = ?", root).length >= most) {
            return false;
          }
          for (int i = 0; i < parts.size(); i++) {
            ao.create(
                CapturePartRow.class,
                new DBParam("PART_KEY", key + "/" + i),
                new DBParam("CAPTURE_KEY", key),
                new DBParam("PART_NUMBER", i),
                new DBParam("DOCUMENT", parts.get(i)));
          }
          ao.create(
              CaptureRow.class,
              new DBParam("CAPTURE_KEY", key),
              new DBParam("ROOT_HASH", root),
              new DBParam("TAKEN_MILLIS", header.taken().at().toEpochMilli()),
              new DBParam("UNTIL_MILLIS", header.until().map(Instant::toEpochMilli).orElse(0L)),
              new DBParam("DOCUMENT", write(header)));
          return true;
        });
  }

  /** The snapshot of that key; empty when there is none. */
  public Optional<Header> find(String key) {
    return ao.executeInTransaction(
        () -> {
          CaptureRow[] rows = ao.find(CaptureRow.class, "CAPTURE_KEY = ?", key);
          return rows.length == 0 ? Optional.empty() : Optional.of(read(rows[0]));
        });
  }

  /** Those of a root, the newest first. */
  public List<Header> of(NodeId root) {
    return ao.executeInTransaction(
        () -> {
          List<Header> headers = new ArrayList<>();
          for (CaptureRow row :
              ao.find(
                  CaptureRow.class,
                  Query.select()
                      .where("ROOT_HASH = ?", hash(root))
                      .order("TAKEN_MILLIS DESC, CAPTURE_KEY ASC"))) {
            headers.add(read(row));
          }
          return headers;
        });
  }

  /** The parts of a snapshot in their order; none when it is gone. */
  public List<String> parts(String key) {
    return ao.executeInTransaction(
        () -> {
          List<String> parts = new ArrayList<>();
          for (CapturePartRow row :
              ao.find(
                  CapturePartRow.class,
                  Query.select().where("CAPTURE_KEY = ?", key).order("PART_NUMBER ASC"))) {
            parts.add(row.getDocument());
          }
          return parts;
        });
  }

  /** Deletes a snapshot; says whether there was one. */
  public boolean delete(String key) {
    return ao.executeInTransaction(
        () -> {
          ao.deleteWithSQL(CapturePartRow.class, "CAPTURE_KEY = ?", key);
          return ao.deleteWithSQL(CaptureRow.class, "CAPTURE_KEY = ?", key) > 0;
        });
  }

  /** Keys of those whose time is over. */
  public List<String> over(Instant now) {
    return ao.executeInTransaction(
        () -> {
          List<String> keys = new ArrayList<>();
          for (CaptureRow row :
              ao.find(
                  CaptureRow.class,
                  "UNTIL_MILLIS > ? AND UNTIL_MILLIS <= ?",
                  0L,
                  now.toEpochMilli())) {
            keys.add(row.getCaptureKey());
          }
          return keys;
        });
  }

  private static String write(Header header) {
    ApplicationKey root = header.root().key();
    ConnectionState connection = header.connection();
    return Document.empty()
        .put("title", header.taken().title())
        .put("author", header.taken().author())
        .put("kind", header.root().kind().name())
        .put("connection", root.connection())
        .put("namespace", root.namespace())
        .put("name", root.name())
        .put("phase", connection.phase().name())
        .put("reason", connection.reason())
        .put("since", Optional.of(connection.since()))
        .put("asOf", connection.asOf())
        .put("applications", header.applications())
        .write();
  }

  private static Header read(CaptureRow row) {
    Document document = Document.parse(row.getDocument());
    NodeId root =
        new NodeId(
            NodeKind.valueOf(document.text("kind")),
            new ApplicationKey(
                document.text("connection"), document.text("namespace"), document.text("name")));
    return new Header(
        new Taken(
            row.getCaptureKey(),
            document.text("title"),
            document.text("author"),
            Instant.ofEpochMilli(row.getTakenMillis())),
        root,
        new ConnectionState(
            root.key().connection(),
            ConnectionState.Phase.valueOf(document.text("phase")),
            document.text("reason"),
            document.moment("since").orElse(Instant.EPOCH),
            document.moment("asOf")),
        row.getUntilMillis() == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(row.getUntilMillis())),
        document.number("applications"));
  }

  private static String hash(NodeId root) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(root.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
