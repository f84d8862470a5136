package io.appofapps.confluence.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.sight.Place;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestPromotionTest {

  private static final String DIGEST = "0".repeat(64);

  private final Bench bench = new Bench();
  private final List<Object> asked = new ArrayList<>();
  private DeskException refusal =
      new DeskException(DeskException.Kind.MOVED, Saying.of("aoa.message.gone"));

  /** A desk that remembers what it is asked, and refuses. */
  private final PromotionDesk desk =
      (PromotionDesk)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {PromotionDesk.class},
              (proxy, method, arguments) -> {
                asked.add(method.getName());
                asked.addAll(List.of(arguments));
                throw refusal;
              });

  private static String service(Bench bench) throws ToolFailure {
    Map<String, Object> tree = bench.call(bench.tree(), "set", "root", "environment", "prod");
    return (String) ((Map<?, ?>) ((List<?>) tree.get("nodes")).get(0)).get("service");
  }

  @Test
  void aRequestIsMadeAsThePersonAndTheCopilotWithItsOwnKey() throws ToolFailure {
    String service = service(bench);
    Caller named =
        bench.caller.named(
            Map.of(
                "io.modelcontextprotocol/clientInfo", Map.of("name", "helper\n", "version", "2")));
    assertThatThrownBy(
            () ->
                bench.call(
                    named,
                    bench.request(desk),
                    "set",
                    "root",
                    "service",
                    service,
                    "from",
                    "dev",
                    "to",
                    "prod",
                    "digest",
                    DIGEST,
                    "reason",
                    "fixes it",
                    "key",
                    "12345678"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("plan_promotion again");
    assertThat(asked.get(0)).isEqualTo("request");
    Actor actor = (Actor) asked.get(1);
    assertThat(actor.agent()).contains("helper 2");
    assertThat(actor.viewer()).isSameAs(bench.caller.viewer());
    assertThat(asked.get(2)).isEqualTo(new Route("root", service, "dev", "prod"));
    assertThat(((Wish) asked.get(3)).digest()).isEqualTo(DIGEST);
    assertThat(((Wish) asked.get(3)).idempotencyKey()).isEqualTo("copilot-12345678");
  }

  @Test
  void whatThePersonDoesNotSeeIsNotEvenAskedFor() {
    assertThatThrownBy(
            () ->
                bench.call(
                    bench.plan(desk),
                    "set",
                    "root",
                    "service",
                    "elsewhere",
                    "from",
                    "dev",
                    "to",
                    "prod"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("elsewhere");
    assertThat(asked).isEmpty();
  }

  @Test
  void aClientWithoutANameIsStillACopilot() {
    assertThat(Caller.of(bench.caller.viewer(), null).actor().agent()).contains("MCP client");
    assertThat(bench.caller.named(null).agent()).isEqualTo("agent/1.0");
    assertThat(named(Map.of("version", "2")).agent()).isEqualTo("agent/1.0");
    assertThat(named(Map.of("name", "helper")).agent()).isEqualTo("helper");
  }

  @Test
  void noNameMakesACopilotPassForThePerson() {
    // a person's own request may need nobody's approval
    for (String nothing : List.of("", " ", "\u200b", "\u202e\u0000\n")) {
      assertThat(named(Map.of("name", nothing, "version", nothing)).agent()).isEqualTo("agent/1.0");
    }
    assertThatThrownBy(
            () -> new Actor(bench.caller.viewer(), new Place.Api(), Optional.of("\u2003")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Caller named(Map<String, Object> client) {
    return bench.caller.named(Map.of("io.modelcontextprotocol/clientInfo", client));
  }
}
