package io.appofapps.devhost.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.browser.RunningHost;

/**
 * How a node says its only connection stands.
 *
 * @param state the phase in small letters, empty while nothing is configured
 * @param leads whether the node leads the connection
 * @param objects resources in memory
 * @param backlog resources whose rows are to be written
 * @param rowsWritten since the app's start
 */
record Health(String state, boolean leads, int objects, int backlog, long rowsWritten) {

  static Health of(RunningHost node) {
    try {
      JsonNode health = new ObjectMapper().readTree(node.get("/rest/aoa/1.0/admin/health").body());
      JsonNode connection = health.path("nodes").path(0).path("connections").path(0);
      return new Health(
          connection.path("state").asText(),
          connection.path("leader").asBoolean(),
          connection.path("objects").asInt(),
          health.path("cache").path("feeds").path(0).path("backlog").asInt(),
          health.path("database").path("rowsWritten").asLong());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isComplete(int wanted) {
    return state.equals("live") && objects == wanted;
  }
}
