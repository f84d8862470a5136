package io.appofapps.confluence.promotion;

import io.appofapps.confluence.application.ApplicationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was asked for; never changes.
 *
 * @param set key of the deployment set
 * @param service name of the service
 * @param from id of the environment the version comes from
 * @param to id of the environment it goes to
 * @param source the service's Application in {@code from}
 * @param target the service's Application in {@code to}
 * @param moves what changes, in the plan's order
 * @param digest of the plan, SHA-256 in lower case hexadecimal
 * @param bases commit id by id of the repository, that the plan was made on
 * @param by who asked
 * @param reason in that person's words, may be empty
 * @param page id of the page it was asked on, if it was one
 * @param idempotencyKey chosen by the client, unique among the person's requests, never empty
 * @param rollsBack id of the promotion that this one takes back
 * @param at when it was asked
 */
public record Request(
    String set,
    String service,
    String from,
    String to,
    ApplicationKey source,
    ApplicationKey target,
    List<Move> moves,
    String digest,
    Map<String, String> bases,
    Person by,
    String reason,
    OptionalLong page,
    String idempotencyKey,
    Optional<String> rollsBack,
    Instant at) {

  public Request {
    moves = List.copyOf(moves);
    bases = Collections.unmodifiableMap(new TreeMap<>(bases));
    if (idempotencyKey.isEmpty()) {
      throw new IllegalArgumentException("A request has an idempotency key");
    }
  }

  /**
   * The id of the promotion that this asks for: a UUID of version 8, made of the person and the
   * idempotency key, so that the same request gives the same promotion whichever node gets it.
   */
  public String id() {
    return id(by.key(), idempotencyKey);
  }

  /** The id of the promotion that a request of that person with that key asks for. */
  public static String id(String person, String idempotencyKey) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(person + "\n" + idempotencyKey));
    long high = (digest.getLong() & ~0xf000L) | 0x8000L;
    long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
