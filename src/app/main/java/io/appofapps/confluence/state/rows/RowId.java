package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Identity of a row. */
record RowId(ResourceKind<?> kind, ApplicationKey key) {

  static RowId of(Change<?> change) {
    return new RowId(change.kind(), change.key());
  }

  /** The resource in the snapshot, empty when it is not there. */
  Optional<Object> resource(Snapshot snapshot) {
    return Optional.ofNullable(of(kind, snapshot).get(key));
  }

  /** The resource in the snapshot as a change, empty when it is not there. */
  @SuppressWarnings("unchecked") // the snapshot keeps every kind's resources under that kind
  Optional<Change<?>> upsert(Snapshot snapshot) {
    return resource(snapshot)
        .map(resource -> new Change.Upsert<>((ResourceKind<Object>) kind, resource));
  }

  /** How many resources the snapshot has of the connection. */
  static int count(Snapshot snapshot, String connection) {
    return (int)
        ResourceKind.all().stream()
            .flatMap(kind -> of(kind, snapshot).keySet().stream())
            .filter(key -> key.connection().equals(connection))
            .count();
  }

  private static Map<ApplicationKey, ?> of(ResourceKind<?> kind, Snapshot snapshot) {
    if (kind == ResourceKind.APPLICATION) {
      return snapshot.applications();
    }
    if (kind == ResourceKind.APPLICATION_SET) {
      return snapshot.applicationSets();
    }
    return kind == ResourceKind.APP_PROJECT ? snapshot.projects() : snapshot.accessPolicies();
  }

  /** The primary key: 64 hexadecimal digits. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = String.join("\n", kind.word(), key.connection(), key.namespace(), key.name());
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
