package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.UnknownPolicies;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.state.rows.NodeHealth;
import io.appofapps.confluence.state.rows.NodeReport;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.state.rows.RowPosition;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** How every connection stands on every node, as JSON. */
@Named
public class HealthAnswer {

  private final NodeHealth health;
  private final RowCache rows;
  private final StateReader state;
  private final ConfigurationReader configuration;

  @Inject
  public HealthAnswer(
      NodeHealth health, RowCache rows, StateReader state, ConfigurationReader configuration) {
    this.health = health;
    this.rows = rows;
    this.state = state;
    this.configuration = configuration;
  }

  /**
   * {@code {"nodes": [{"node": "a", "self": true, "told": "…", "connections": [{"connection":
   * "prod", "state": "live", "since": "…", "leader": true, "objects": 120, "feed": 4711,
   * "lagMillis": 900, "lastError": ""}]}], "database": {"answers": true, "silentMillis": 300,
   * "rowsWritten": 42}, "cache": {"objects": 120, "documentBytes": 180000, "feeds": [{"connection":
   * "prod", "feed": 4711, "floor": 4000, "backlog": 0}]}, "unknownPolicies": [{"connection":
   * "prod", "namespace": "argocd"}]}}. {@code lagMillis} is null where the cluster was never seen;
   * {@code told} is when another node last had something new to say.
   */
  ObjectNode now() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode nodes = answer.putArray("nodes");
    health.reports().forEach(report -> write(nodes.addObject(), report));
    answer
        .putObject("database")
        .put("answers", rows.failure().isEmpty())
        .put("silentMillis", rows.silence().toMillis())
        .put("rowsWritten", rows.rowsWritten());
    ObjectNode cache = answer.putObject("cache");
    cache.put("objects", health.objects()).put("documentBytes", health.documentBytes());
    ArrayNode feeds = cache.putArray("feeds");
    state.current().connections().keySet().forEach(key -> feed(feeds.addObject(), key));
    ArrayNode policies = answer.putArray("unknownPolicies");
    for (ApplicationKey policy : UnknownPolicies.of(state.current(), configuration.current())) {
      policies
          .addObject()
          .put("connection", policy.connection())
          .put("namespace", policy.namespace());
    }
    return answer;
  }

  private static void write(ObjectNode target, NodeReport report) {
    target.put("node", report.node()).put("self", report.self());
    target.put("told", report.told().toString());
    ArrayNode connections = target.putArray("connections");
    report.connections().forEach(connection -> write(connections.addObject(), connection));
  }

  private static void write(ObjectNode target, NodeReport.OfConnection connection) {
    target
        .put("connection", connection.connection())
        .put("state", connection.state().name().toLowerCase(Locale.ROOT))
        .put("since", connection.since().toString())
        .put("leader", connection.leader())
        .put("objects", connection.objects())
        .put("feed", connection.feed());
    if (connection.lagMillis().isPresent()) {
      target.put("lagMillis", connection.lagMillis().getAsLong());
    } else {
      target.putNull("lagMillis");
    }
    target.put("lastError", connection.lastError());
  }

  private void feed(ObjectNode target, String connection) {
    RowPosition position = rows.position(connection);
    target
        .put("connection", connection)
        .put("feed", position.feed())
        .put("floor", position.floor())
        .put("backlog", position.backlog());
  }
}
