package io.appofapps.confluence.secret;

import io.appofapps.confluence.configuration.SecretReference;
import java.util.Optional;
import java.util.Set;

/** Where secrets are kept: encrypted with a key that is not in the database. */
public interface Secrets {

  /**
   * The secret of that name, empty when there is none or it cannot be decrypted (which is logged
   * without its content).
   */
  Optional<SecretText> find(SecretReference reference);

  /** Stores a secret in place of the one of that name. */
  void put(SecretReference reference, SecretText secret);

  /** Forgets a secret; no error when there is none. */
  void delete(SecretReference reference);

  /** The names there are. */
  Set<String> names();

  /**
   * Encrypts every secret with a new key.
   *
   * @return how many were encrypted anew, and how many could not be because they cannot be
   *     decrypted
   */
  Rotation rotate();

  /** Outcome of {@link #rotate()}. */
  record Rotation(int changed, int unreadable) {}
}
