package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.cluster.ConnectionExpiry;
import io.appofapps.confluence.cluster.ConnectionTest;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.cluster.KubeconfigContexts;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.git.HostWords;
import io.appofapps.confluence.git.RepositoryTrials;
import io.appofapps.confluence.hook.Deliveries;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.view.Scene;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All REST resources of the configuration over a store in memory, called by one person. */
final class Office {

  static final String TOKEN = "a-token-that-nobody-may-see";

  final Caller caller;
  final MemoryStore store = new MemoryStore();
  final Secrets secrets = new TestConfiguration().secrets;
  final List<Deed> deeds = new ArrayList<>();
  final Scene scene = Scene.of(app("root").lists("a"), app("a").trackedBy("root"));
  final ConfigurationChanges changes = new ConfigurationChanges(store, secrets, deeds::add);
  final ConnectionsResource connections;
  final SetDefinitionsResource sets;
  final RulesResource rules;
  final MetadataResource metadata;
  final SettingsResource settings;
  final DriftRulesResource drift;
  final ConfigurationResource configuration;
  final SecretsResource vault;
  final RepositoriesResource repositories;
  final PromotionRulesResource promotion;
  final CopilotRulesResource copilot;
  final HookSettingsResource hooks;
  final Deliveries deliveries = new Deliveries();

  Office() {
    this(Caller.administrator());
  }

  Office(Caller caller) {
    this.caller = caller;
    AdminGuard guard = caller.guard();
    connections =
        new ConnectionsResource(
            guard,
            new ConnectionEdits(changes),
            new ConnectionViews(
                secrets,
                new ConnectionExpiry(secrets, caller.rules),
                new Connections(store, secrets, caller.rules, scene.store),
                scene.store,
                scene.texts),
            new ConsequencesAnswer(scene.store, scene.texts),
            new ConnectionTrials(
                new ConnectionTest(caller.rules), new KubeconfigContexts(caller.rules), secrets));
    sets = new SetDefinitionsResource(guard, changes, scene.store);
    rules = new RulesResource(guard, changes);
    metadata = new MetadataResource(guard, changes, scene.store);
    settings = new SettingsResource(guard, changes);
    drift = new DriftRulesResource(guard, changes);
    repositories =
        new RepositoriesResource(
            guard, changes, secrets, new RepositoryTrials(new HostWords(scene.texts), scene.texts));
    promotion = new PromotionRulesResource(guard, changes, secrets);
    copilot = new CopilotRulesResource(guard, changes);
    hooks = new HookSettingsResource(guard, changes, secrets, deliveries);
    vault = new SecretsResource(guard, changes);
    configuration = new ConfigurationResource(guard, changes, scene.texts);
  }

  /** With the connection {@code default}, which has a stored token and leads nowhere. */
  static Office withConnection() {
    Office office = new Office();
    Response added = office.add(connection("default", "{\"value\":\"" + TOKEN + "\"}"));
    if (added.getStatus() != 201) {
      throw new AssertionError(added.getEntity());
    }
    office.deeds.clear();
    return office;
  }

  /** A connection by token; the last parameter is the JSON of the secret. */
  static String connection(String id, String token) {
    return """
    {"id": "%s", "name": "Name of %s", "server": "https://127.0.0.1:1",
     "signIn": {"kind": "token", "token": %s}, "namespaces": ["argocd"]}
    """
        .formatted(id, id, token);
  }

  static String set(String key, String connection) {
    return """
    {"key": "%s", "title": "Shop", "connection": "%s", "namespace": "argocd", "name": "root",
     "viewers": "page", "spaces": ["DEMO"]}
    """
        .formatted(key, connection);
  }

  Response add(String connection) {
    return connections.add(caller.request(), body(connection));
  }

  Response change(String id, String connection) {
    return connections.change(caller.request(), id, body(connection));
  }

  JsonNode one(String id) {
    return json(connections.one(caller.request(), id));
  }

  String secret(String name) {
    return secrets
        .find(TestConfiguration.reference(name))
        .map(SecretText::reveal)
        .orElse("(nothing)");
  }

  static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(Response response) {
    try {
      return new ObjectMapper().readTree((String) response.getEntity());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
