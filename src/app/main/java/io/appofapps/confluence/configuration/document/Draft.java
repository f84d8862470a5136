package io.appofapps.confluence.configuration.document;

import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.secret.SecretText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a text says, not yet in force.
 *
 * @param value the value, which names its secrets
 * @param secrets the secrets that the text brings in clear, by the name the value gives them; only
 *     some, or none, of those it names
 */
public record Draft<T>(T value, Map<SecretReference, SecretText> secrets) {

  public Draft {
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
  }

  /** The secret of that name, when the text brings it. */
  public Optional<SecretText> secret(SecretReference reference) {
    return Optional.ofNullable(secrets.get(reference));
  }
}
