package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationStore;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.VersionConflictException;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes changes of administrators: on the newest version, with the secrets that come along, and
 * told to the audit. One at a time on a node; between nodes the version decides.
 */
@Named
public class ConfigurationChanges {

  private static final int TRIES = 3;

  private final ConfigurationStore store;
  private final Secrets secrets;
  private final AuditTrail audit;

  @Inject
  public ConfigurationChanges(ConfigurationStore store, Secrets secrets, AuditTrail audit) {
    this.store = store;
    this.secrets = secrets;
    this.audit = audit;
  }

  /**
   * Who changes what.
   *
   * @param object what is changed, as in {@link Deed}
   * @param expected version the person has seen; empty to change whatever holds
   * @param author key of the person
   */
  public record Request(Deed.Kind kind, String object, OptionalLong expected, String author) {}

  /**
   * What a change did or would do.
   *
   * @param stored the version that holds
   * @param differences between the documents before and after
   * @param secrets names of secrets that are new or another
   */
  public record Outcome(
      StoredConfiguration stored, List<Difference> differences, List<String> secrets) {
    public Outcome {
      differences = List.copyOf(differences);
      secrets = List.copyOf(secrets);
    }
  }

  /** The newest version of all nodes. */
  public StoredConfiguration latest() {
    return store.latest();
  }

  /**
   * Changes what holds.
   *
   * @param secrets new secrets that the result names
   * @param edit makes of what holds what shall hold
   * @throws VersionConflictException when another version than the expected one holds
   * @throws io.appofapps.confluence.configuration.InvalidConfigurationException when the result
   *     breaks a rule
   */
  public Outcome change(
      Request request,
      Map<SecretReference, SecretText> secrets,
      UnaryOperator<Configuration> edit) {
    return apply(request, holds -> new Draft<>(edit.apply(holds), secrets));
  }

  /** Puts a whole configuration in force; throws as {@link #change}. */
  public Outcome apply(Request request, Draft<Configuration> next) {
    return apply(request, holds -> next);
  }

  /** What a whole configuration would change; nothing is changed. */
  public Outcome preview(Draft<Configuration> next) {
    StoredConfiguration before = store.latest();
    return outcome(before, next);
  }

  /**
   * Encrypts all secrets with a new key.
   *
   * @throws io.appofapps.confluence.secret.KeyFileException when the key file cannot be used
   */
  public synchronized Secrets.Rotation rotateKey() {
    Secrets.Rotation done = secrets.rotate();
    long version = store.latest().version();
    audit.record(new Deed(Deed.Kind.KEY_ROTATED, "", List.of(), version, version));
    return done;
  }

  private synchronized Outcome apply(
      Request request, Function<Configuration, Draft<Configuration>> change) {
    for (int left = TRIES; ; left--) {
      StoredConfiguration before = store.latest();
      long expected = request.expected().orElse(before.version());
      if (expected != before.version()) {
        throw new VersionConflictException(expected, before.version());
      }
      try {
        return replace(request, before, change.apply(before.configuration()));
      } catch (VersionConflictException e) {
        if (request.expected().isPresent() || left == 1) {
          throw e;
        }
      }
    }
  }

  private Outcome replace(Request request, StoredConfiguration before, Draft<Configuration> draft) {
    Outcome planned = outcome(before, draft);
    SecretChange change = SecretChange.of(secrets, draft.secrets());
    StoredConfiguration after;
    try {
      change.make();
      after = store.replace(before.version(), draft.value(), request.author());
    } catch (RuntimeException e) {
      change.undo();
      throw e;
    }
    SecretChange.forget(secrets, before.configuration(), after.configuration());
    if (!planned.differences().isEmpty() || !planned.secrets().isEmpty()) {
      List<String> fields = new ArrayList<>();
      planned.differences().forEach(each -> fields.add(each.path()));
      planned.secrets().forEach(each -> fields.add("secret " + each));
      audit.record(
          new Deed(request.kind(), request.object(), fields, before.version(), after.version()));
    }
    return new Outcome(after, planned.differences(), planned.secrets());
  }

  private Outcome outcome(StoredConfiguration before, Draft<Configuration> draft) {
    return new Outcome(
        before,
        Difference.between(before.configuration(), draft.value()),
        SecretChange.of(secrets, draft.secrets()).names());
  }
}
