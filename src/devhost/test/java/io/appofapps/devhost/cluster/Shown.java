package io.appofapps.devhost.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.browser.Revisions;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.postgres.LocalPostgres;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** What nodes and rows say of Applications: the numbers of their revisions by name. */
final class Shown {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Shown() {}

  /** The tree of a set as a node's REST answers it. */
  static Map<String, Long> by(RunningHost node, String set) {
    HttpResponse<String> answer = node.get("/rest/aoa/1.0/sets/" + set + "/tree");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Answered with " + answer.statusCode());
    }
    try {
      Map<String, Long> shown = new TreeMap<>();
      for (JsonNode application : JSON.readTree(answer.body()).path("nodes")) {
        if (application.path("revision").isTextual()) {
          shown.put(
              application.path("name").asText(),
              Revisions.readShown(application.path("revision").asText()));
        }
      }
      return shown;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of all Applications. */
  static Map<String, Long> byRows(LocalPostgres postgres) {
    try {
      String rows =
          postgres.ask(
              "select json_object_agg(\"RESOURCE_NAME\","
                  + " cast(\"DOCUMENT\" as json) -> 'revisions' ->> 0)"
                  + " from "
                  + table(postgres, "RESOURCE")
                  + " where \"KIND_WORD\" = 'Application' and \"TOMBSTONE\" = 0");
      Map<String, Long> shown = new TreeMap<>();
      JSON.readTree(rows)
          .fields()
          .forEachRemaining(
              row -> shown.put(row.getKey(), Revisions.read(row.getValue().asText())));
      return shown;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Name of one of the app's tables, quoted. */
  static String table(LocalPostgres postgres, String name) throws Exception {
    return postgres.ask(
        "select '\"' || table_name || '\"' from information_schema.tables"
            + " where table_name like 'AO\\_______\\_"
            + name
            + "\\_ROW'");
  }

  /** Whether a transaction that has written the connection's row waits for its node to go on. */
  static boolean isWriteLeftOpen(LocalPostgres postgres) throws Exception {
    return !postgres
        .ask(
            "select count(*) from pg_locks join pg_stat_activity using (pid)"
                + " where state = 'idle in transaction' and mode = 'RowExclusiveLock'"
                + " and relation = '"
                + table(postgres, "CONNECTION")
                + "'::regclass")
        .equals("0");
  }

  /** Number of the node that leads, counted from 0; -1 for none. */
  static int leader(LocalPostgres postgres) throws Exception {
    String owner =
        postgres.ask(
            "select coalesce(max(\"OWNER_NODE\"), '') from " + table(postgres, "CONNECTION"));
    return owner.startsWith("node-") ? owner.charAt("node-".length()) - '1' : -1;
  }
}
