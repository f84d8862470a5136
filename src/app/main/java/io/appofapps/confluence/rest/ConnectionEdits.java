package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes of single connections. */
@Named
public class ConnectionEdits {

  private static final List<String> REQUIRED_SECRETS = List.of("token", "privateKey", "kubeconfig");
  private static final Entries<ConnectionSettings> ALL = Entries.CONNECTIONS;

  private final ConfigurationChanges changes;

  @Inject
  public ConnectionEdits(ConfigurationChanges changes) {
    this.changes = changes;
  }

  StoredConfiguration latest() {
    return changes.latest();
  }

  StoredConfiguration add(ObjectNode form, OptionalLong expected, String author) {
    Draft<ConnectionSettings> draft = ConfigurationDocument.readConnection(form.toString());
    SecretReach.check(latest().configuration(), draft);
    String id = draft.value().id();
    return changes
        .change(
            new Request(Deed.Kind.CONNECTION_ADDED, id, expected, author),
            draft.secrets(),
            holds -> holds.withConnections(ALL.with(holds.connections(), draft.value())))
        .stored();
  }

  StoredConfiguration change(String id, ObjectNode form, OptionalLong expected, String author) {
    if (!form.has(ALL.field())) {
      form.put(ALL.field(), id);
    }
    Draft<ConnectionSettings> draft = draft(latest().configuration(), id, form);
    return changes
        .change(
            new Request(Deed.Kind.CONNECTION_CHANGED, id, expected, author),
            draft.secrets(),
            holds -> holds.withConnections(ALL.replaced(holds.connections(), id, draft.value())))
        .stored();
  }

  /** The sets on it go too: without their connection they would name nothing. */
  void delete(String id, OptionalLong expected, String author) {
    changes.change(
        new Request(Deed.Kind.CONNECTION_DELETED, id, expected, author),
        Map.of(),
        holds ->
            holds
                .withConnections(ALL.without(holds.connections(), id))
                .withSets(
                    holds.sets().stream().filter(set -> !set.connection().equals(id)).toList()));
  }

  /** A connection that is tried and not stored; secrets it does not bring are the stored one's. */
  Draft<ConnectionSettings> draft(ObjectNode form) {
    Versions.drop(form);
    if (form.path(ALL.field()).asText().isBlank()) {
      form.put(ALL.field(), "draft"); // whoever tries one need not have named it yet
    }
    return draft(latest().configuration(), form.path(ALL.field()).asText(), form);
  }

  /** A sign-in of the same kind that leaves out a secret it needs means the stored one. */
  private static Draft<ConnectionSettings> draft(Configuration holds, String id, ObjectNode form) {
    Optional<ConnectionSettings> stored = holds.connection(id);
    if (stored.isPresent() && form.path("signIn") instanceof ObjectNode signIn) {
      JsonNode before =
          Bodies.tree(ConfigurationDocument.writeConnection(stored.get())).path("signIn");
      if (signIn.path("kind").equals(before.path("kind"))) {
        REQUIRED_SECRETS.stream()
            .filter(field -> before.has(field) && isEmpty(signIn.path(field)))
            .forEach(field -> signIn.set(field, before.get(field)));
      }
    }
    Draft<ConnectionSettings> draft = ConfigurationDocument.readConnection(form.toString());
    SecretReach.check(holds, draft);
    return draft;
  }

  private static boolean isEmpty(JsonNode secret) {
    return secret.path("secret").asText().isEmpty() && secret.path("value").asText().isEmpty();
  }
}
