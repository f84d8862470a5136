package io.appofapps.devhost.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.democluster.EmbeddedDemo;
import io.appofapps.devhost.browser.Await;
import io.appofapps.devhost.browser.RunningNodes;
import io.appofapps.postgres.LocalPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two hosts with the packed app, each in a JVM of its own, started together on an empty database;
 * where no PostgreSQL server is installed this is skipped, in CI it fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

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
  void nodesThatStartTogetherMakeTheDemoContentOnce() throws Exception {
    assertThat(postgres.ask("select count(*) from host_space")).isEqualTo("1");
    assertThat(postgres.ask("select count(*) from host_account")).isEqualTo("4");
    String page = "/display/DEMO/Deployment+tree";
    assertThat(nodes.node(0).get(page).body()).contains("payments-prod");
    assertThat(nodes.node(1).get(page).body()).contains("payments-prod");
    assertThat(nodes.node(0).token("admin")).isEqualTo(nodes.node(1).token("admin"));
  }

  @Test
  @Order(2)
  void aPausedNodeIsPutOutAndJoinsAgainWhenItWakes() throws Exception {
    awaitLiving("2");
    nodes.node(0).pause();
    awaitLiving("1");
    nodes.node(0).resume();
    awaitLiving("2");
    assertThat(nodes.node(0).get("/rest/aoa/1.0/sets").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void theOtherNodeGoesOnWhenOneIsKilled() throws Exception {
    nodes.node(0).kill();
    awaitLiving("1");
    assertThat(nodes.node(1).get("/rest/aoa/1.0/sets/hq/tree").body()).contains("payments-prod");
    assertThat(nodes.restart(0).get("/rest/aoa/1.0/sets").statusCode()).isEqualTo(200);
    awaitLiving("2");
  }

  private static void awaitLiving(String count) {
    Await.until(
        count + " living nodes",
        Duration.ofSeconds(30),
        () -> postgres.ask("select count(*) from host_node").equals(count));
  }
}
