package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets that are stored with a change of the configuration, or with none of it. */
final class SecretChange {

  private static final Logger LOG = LoggerFactory.getLogger(SecretChange.class);

  private final Secrets secrets;
  private final Map<SecretReference, SecretText> changed;
  private final Map<SecretReference, Optional<SecretText>> before = new HashMap<>();

  private final Set<String> known = new HashSet<>();

  private SecretChange(Secrets secrets, Map<SecretReference, SecretText> changed) {
    this.secrets = secrets;
    this.changed = changed;
  }

  /** Those that are another than what is stored under their names. */
  static SecretChange of(Secrets secrets, Map<SecretReference, SecretText> given) {
    Map<SecretReference, SecretText> changed = new HashMap<>(given);
    changed
        .entrySet()
        .removeIf(each -> secrets.find(each.getKey()).equals(Optional.of(each.getValue())));
    return new SecretChange(secrets, changed);
  }

  List<String> names() {
    return changed.keySet().stream()
        .map(SecretReference::name)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  void make() {
    known.addAll(secrets.names());
    changed.forEach(
        (reference, text) -> {
          before.put(reference, secrets.find(reference));
          secrets.put(reference, text);
        });
  }

  /** Puts back what was there; what cannot be put back is said in the log. */
  void undo() {
    before.forEach(
        (reference, text) -> {
          try {
            if (text.isPresent()) {
              secrets.put(reference, text.get());
            } else if (!known.contains(reference.name())) {
              secrets.delete(reference);
            }
          } catch (RuntimeException e) {
            LOG.error(
                "The secret {} could not be put back after a failed change", reference.name(), e);
          }
        });
  }

  /**
   * Forgets the secrets that only the configuration before used; a failure is no reason to fail.
   */
  static void forget(Secrets secrets, Configuration before, Configuration after) {
    Set<SecretReference> unused = new HashSet<>(before.secrets());
    unused.removeAll(after.secrets());
    for (SecretReference each : unused) {
      try {
        secrets.delete(each);
      } catch (RuntimeException e) {
        LOG.warn("The secret {}, which nothing uses any more, is still stored", each.name(), e);
      }
    }
  }
}
