package io.appofapps.confluence.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 in Galois/Counter Mode with a random 96-bit nonce for each encryption (NIST SP 800-38D
 * §8.2.2). The name of the secret and of the key are authenticated with it, so a row that is copied
 * to another name does not decrypt.
 */
final class SecretCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretCipher() {}

  /** Base64 of nonce, ciphertext and tag. */
  static String encrypt(SecretKey key, String keyId, String name, SecretText secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, keyId, name);
      byte[] sealed = cipher.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform cannot encrypt with AES-256-GCM", e);
    }
  }

  /** The secret; empty when key, name or text are not those it was encrypted with. */
  static Optional<SecretText> decrypt(SecretKey key, String keyId, String name, String sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
      if (bytes.remaining() <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      byte[] rest = new byte[bytes.remaining() - NONCE_BYTES];
      bytes.get(nonce).get(rest);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, keyId, name);
      return Optional.of(new SecretText(new String(cipher.doFinal(rest), StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String keyId, String name)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ("io.appofapps.confluence.secret\n" + keyId + "\n" + name)
            .getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
