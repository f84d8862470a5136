package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.Move;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a promotion would do, before anybody does it. Nothing can be done while there is a blocker.
 *
 * @param service name of the service
 * @param from id of the environment the version comes from
 * @param to id of the environment it goes to
 * @param moves what changes in the target, empty when both run the same
 * @param edits where that is written
 * @param blockers why it cannot be done
 */
public record Plan(
    String service,
    String from,
    String to,
    List<Move> moves,
    List<FileEdit> edits,
    List<Blocker> blockers) {

  public Plan {
    moves = List.copyOf(moves);
    edits = List.copyOf(edits);
    blockers = List.copyOf(blockers);
  }

  /** Commit ids that the plan stands on, by id of the repository. */
  public Map<String, String> bases() {
    Map<String, String> bases = new TreeMap<>();
    edits.forEach(edit -> bases.put(edit.base().repository(), edit.base().id()));
    return bases;
  }

  /**
   * SHA-256 in lower case hexadecimal over service, environments, branches and the contents of the
   * files before and after. Commits elsewhere in the repository leave it as it is; what somebody
   * has seen and agreed to is in it whole.
   */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, service);
      add(digest, from);
      add(digest, to);
      for (FileEdit edit : edits) {
        add(digest, edit.base().address());
        add(digest, edit.base().branch());
        add(digest, edit.path());
        add(digest, edit.before());
        add(digest, edit.after());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length, so that no two lists of parts run together into the same bytes. */
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
