package io.appofapps.confluence.state.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a row is to say; made before the transaction, so that its lock is held for the writing only.
 *
 * @param content empty for a tombstone
 * @param document the content's document as text, empty for a tombstone
 * @param hash digest of all of it
 */
record RowWrite(RowId id, Optional<RowContent> content, String document, String hash) {

  static RowWrite of(RowId id, Object resource) {
    RowContent content = RowContent.of(resource);
    String document = content.document().write();
    String all = String.join("\n", content.project(), content.sync(), content.health(), document);
    return new RowWrite(id, Optional.of(content), document, hash(all));
  }

  static RowWrite tombstone(RowId id) {
    return new RowWrite(id, Optional.empty(), "{}", "gone");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
