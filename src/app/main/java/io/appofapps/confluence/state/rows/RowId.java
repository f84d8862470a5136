package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of a row. */
record RowId(ResourceKind<?> kind, ApplicationKey key) {

  static RowId of(Change<?> change) {
    return new RowId(change.kind(), change.key());
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
