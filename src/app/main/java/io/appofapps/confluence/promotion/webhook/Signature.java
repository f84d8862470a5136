package io.appofapps.confluence.promotion.webhook;

import io.appofapps.confluence.secret.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as Standard Webhooks 1.0 has them: HMAC-SHA256 of id, time and body with dots between.
 * A secret that begins with {@code whsec_} goes on in Base64; any other is taken as it is.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String BASE64 = "whsec_";

  private Signature() {}

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @throws IllegalArgumentException when the secret is empty or broken Base64
   */
  static String of(SecretText secret, String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret.reveal()), ALGORITHM));
      String signed = id + "." + at.getEpochSecond() + "." + body;
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(BASE64)
        ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
