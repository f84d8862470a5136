package io.appofapps.confluence.hook;

import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.secret.SecretText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a delivery is of who knows the secret. The body is read to its end, whoever sends it, and
 * kept nowhere: nothing of it is ever believed. Comparisons take the same time whatever differs.
 */
public final class Delivery {

  /** As much as GitHub sends ("Webhook events and payloads"). */
  public static final int MOST_BYTES = 25 << 20;

  private static final String MAC = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private Delivery() {}

  /** The body is longer than {@link #MOST_BYTES}. */
  public static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Whether the delivery is genuine.
   *
   * @param headers gives the value of a header by its name, null without one
   * @param secret empty when it is not stored: then nothing is genuine
   * @throws TooLongException when the body is longer than {@link #MOST_BYTES}
   */
  public static boolean isGenuine(
      HookSettings.Sender sender,
      UnaryOperator<String> headers,
      InputStream body,
      Optional<SecretText> secret)
      throws IOException {
    byte[] key = secret.map(text -> bytes(text.reveal())).filter(k -> k.length > 0).orElse(null);
    byte[] signed = sign(key == null ? new byte[] {0} : key, body);
    boolean same =
        switch (sender) {
          case GITHUB -> isSignature(headers.apply("X-Hub-Signature-256"), signed);
          case BITBUCKET -> isSignature(headers.apply("X-Hub-Signature"), signed);
          case GITLAB -> isToken(headers.apply("X-Gitlab-Token"), key);
          case ARGOCD -> isToken(headers.apply("X-Aoa-Token"), key);
        };
    return key != null && same;
  }

  private static boolean isSignature(String header, byte[] signed) {
    String given = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    return MessageDigest.isEqual(bytes(given), bytes(PREFIX + HexFormat.of().formatHex(signed)));
  }

  /** Digests have one length, so that not even that of the secret can be told. */
  private static boolean isToken(String header, byte[] key) {
    byte[] given = digest(header == null ? new byte[0] : bytes(header.strip()));
    return MessageDigest.isEqual(given, digest(key == null ? new byte[0] : key)) && header != null;
  }

  private static byte[] sign(byte[] key, InputStream body) throws IOException {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      byte[] buffer = new byte[8_192];
      long read = 0;
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read += count;
        if (read > MOST_BYTES) {
          throw new TooLongException();
        }
        mac.update(buffer, 0, count);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
