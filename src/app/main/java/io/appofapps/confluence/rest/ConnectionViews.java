package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.cluster.ConnectionExpiry;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Connections as REST shows them: the document's shape with how they stand, never a secret. */
@Named
public class ConnectionViews {

  private final Secrets secrets;
  private final ConnectionExpiry expiry;
  private final Connections connections;
  private final StateReader state;
  private final Texts texts;

  @Inject
  public ConnectionViews(
      Secrets secrets,
      ConnectionExpiry expiry,
      Connections connections,
      StateReader state,
      Texts texts) {
    this.secrets = secrets;
    this.expiry = expiry;
    this.connections = connections;
    this.state = state;
    this.texts = texts;
  }

  /** {@code {"connections": […], "version": 4}}. */
  ObjectNode all(StoredConfiguration stored) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode all = answer.putArray("connections");
    Set<String> names = secrets.names();
    stored.configuration().connections().forEach(each -> all.add(view(each, names)));
    return answer.put("version", stored.version());
  }

  /** One of them with the version it was read at; 404 when there is none. */
  ObjectNode one(StoredConfiguration stored, String id) {
    ConnectionSettings settings = Entries.connection(stored.configuration(), id);
    return view(settings, secrets.names()).put("version", stored.version());
  }

  private ObjectNode view(ConnectionSettings settings, Set<String> names) {
    ObjectNode view = Bodies.tree(ConfigurationDocument.writeConnection(settings));
    Set<String> warnings = new LinkedHashSet<>();
    for (JsonNode each : view.path("signIn")) {
      if (each instanceof ObjectNode secret && secret.has("secret")) {
        complete(secret, names).ifPresent(warnings::add);
      }
    }
    warnings.addAll(expiry.warnings(settings));
    warnings.addAll(connections.tokenNotices(settings.id()));
    ConnectionState stands = state.current().connections().get(settings.id());
    if (stands != null) {
      view.set("status", status(stands));
    }
    ArrayNode told = view.putArray("warnings");
    warnings.forEach(told::add);
    return view;
  }

  /** Says of the secret whether it is there and when it ends; a warning when it cannot be used. */
  private Optional<String> complete(ObjectNode secret, Set<String> names) {
    SecretReference reference = new SecretReference(secret.path("secret").asText());
    // each look for a secret that cannot be decrypted stands in the log, so one is enough
    boolean usable = secrets.find(reference).isPresent();
    secret.put("present", usable);
    if (usable) {
      secret.put("expires", expiry.of(reference).map(Object::toString).orElse(null));
      return Optional.empty();
    }
    secret.putNull("expires");
    String key =
        names.contains(reference.name()) ? "aoa.rest.secret.unreadable" : "aoa.rest.secret.missing";
    return Optional.of(texts.get(key, reference.name()));
  }

  private static ObjectNode status(ConnectionState state) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("phase", state.phase().name().toLowerCase(Locale.ROOT))
        .put("reason", state.reason())
        .put("since", state.since().toString())
        .put("asOf", state.asOf().map(Object::toString).orElse(null));
  }
}
