package io.appofapps.devhost.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.kubernetes.FleetApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Service pages of the fleet, as teams keep them: a table of page properties, the application's
 * macro, labels and prose. Of every hundred, five name another owner than the manifest, two an
 * Application that is no more, and three have no table.
 */
final class Wiki {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 50;
  private static final int SPACES = 10;

  private final RunningHost host;
  private final List<Long> ids = new ArrayList<>();

  Wiki(RunningHost host) {
    this.host = host;
  }

  /** Makes that many pages. */
  void create(int count) throws JsonProcessingException {
    for (int from = 0; from < count; from += BATCH) {
      List<Map<String, Object>> pages = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        pages.add(
            Map.of(
                "space",
                "WIKI" + i % SPACES,
                "title",
                "Service " + i,
                "body",
                body(i, ""),
                "labels",
                List.of("service", "team-" + i % 50)));
      }
      JsonNode made = JSON.readTree(host.post("/rest/devhost/1.0/pages", text(pages)).body());
      made.path("ids").forEach(id -> ids.add(id.asLong()));
    }
  }

  /** Saves a new version of the first pages. */
  void change(int count) throws JsonProcessingException {
    for (int i = 0; i < count; i++) {
      host.post(
          "/rest/devhost/1.0/pages/" + ids.get(i), text(Map.of("body", body(i, "Changed. "))));
    }
  }

  private static String text(Object body) throws JsonProcessingException {
    return JSON.writeValueAsString(body);
  }

  private static String body(int i, String more) {
    int share = i % 100;
    String application = share < 2 ? "gone-" + i : FleetApplication.service(i);
    String owner = share >= 2 && share < 7 ? "somebody@example.com" : FleetApplication.owner(i);
    String table =
        share >= 7 && share < 10
            ? ""
            : "<ac:structured-macro ac:name=\"details\"><ac:rich-text-body><table><tbody>"
                + "<tr><th>Owner</th><td>"
                + owner
                + "</td></tr><tr><th>Runbook</th><td><a href=\"https://wiki.example.com/"
                + application
                + "\">Runbook</a></td></tr></tbody></table></ac:rich-text-body>"
                + "</ac:structured-macro>";
    return table
        + "<ac:structured-macro ac:name=\"aoa-application\"><ac:parameter ac:name=\"application\">"
        + application
        + "</ac:parameter></ac:structured-macro><h2>What it does</h2><p>"
        + more
        + "It takes orders and gives them on. ".repeat(40)
        + "</p>";
  }
}
