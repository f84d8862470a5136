package io.appofapps.devhost.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.democluster.EmbeddedDemo;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.RunningHost;
import io.appofapps.devhost.browser.RunningNodes;
import io.appofapps.postgres.LocalPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Which of two nodes watches the cluster, and what the other shows meanwhile. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaderIT {

  private static final String APPLICATION = "checkout-prod";
  private static final Duration TAKE_OVER = Duration.ofSeconds(30);
  private static final Duration START = Duration.ofSeconds(60);

  private static LocalPostgres postgres;
  private static EmbeddedDemo demo;
  private static RunningNodes nodes;

  @BeforeAll
  static void start() throws Exception {
    postgres = LocalPostgres.startOrSkip();
    demo = EmbeddedDemo.start();
    nodes = RunningNodes.start(2, postgres, demo);
  }

  @AfterAll
  static void stop() throws Exception {
    if (nodes != null) {
      nodes.close();
    }
    if (demo != null) {
      demo.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  @Order(1)
  void aChangeIsSeenOnLeaderAndFollower() throws Exception {
    Await.until("a leader", START, () -> Shown.leader(postgres) >= 0);
    change("Degraded");
    awaitHealth(nodes.node(0), "Degraded");
    awaitHealth(nodes.node(1), "Degraded");
  }

  @Test
  @Order(2)
  void anAppThatIsDisabledUninstalledAndInstalledAgainGivesLeadershipAwayAndFollows()
      throws Exception {
    leavesAndReturns("disable", "enable", "Progressing");
    leavesAndReturns("uninstall", "install", "Suspended");
  }

  private static void leavesAndReturns(String out, String in, String health) throws Exception {
    int before = Shown.leader(postgres);
    nodes.node(before).switchApp(out);
    Await.until("the other node to lead", TAKE_OVER, () -> Shown.leader(postgres) == 1 - before);
    change(health);
    awaitHealth(nodes.node(1 - before), health);
    nodes.node(before).switchApp(in);
    awaitHealth(nodes.node(before), health);
  }

  private static void change(String health) {
    demo.cluster()
        .edit(
            "argocd",
            APPLICATION,
            application -> {
              @SuppressWarnings("unchecked") // an object in JSON
              Map<String, Object> status =
                  (Map<String, Object>) application.getAdditionalProperties().get("status");
              status.put("health", Map.of("status", health));
              return application;
            });
  }

  private static void awaitHealth(RunningHost host, String health) {
    Await.until(health + " on " + host.url(), START, () -> health(host).equals(health));
  }

  private static String health(RunningHost host) {
    HttpResponse<String> answer = host.get("/rest/aoa/1.0/sets/hq/tree");
    if (answer.statusCode() != 200) {
      return "";
    }
    try {
      JsonNode tree = new ObjectMapper().readTree(answer.body());
      for (JsonNode node : tree.findParents("name")) {
        if (node.path("name").asText().equals(APPLICATION)) {
          return node.path("health").asText();
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return "";
  }
}
