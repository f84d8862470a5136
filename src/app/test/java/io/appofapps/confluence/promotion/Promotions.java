package io.appofapps.confluence.promotion;

import io.appofapps.confluence.application.ApplicationKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Promotions for tests. */
public final class Promotions {

  public static final Instant NOW = Instant.parse("2026-02-28T23:59:59.123Z");

  private Promotions() {}

  public static Person person(String key) {
    return new Person(key, key + " \u00e4\ud83d\ude80", List.of("developers", "all"));
  }

  /** The same acting through a copilot. */
  public static Person through(String agent, Person person) {
    return new Person(person.key(), person.name(), person.groups(), agent);
  }

  public static Vote vote(String person, boolean approves) {
    return new Vote(person(person), approves, "seen", "d".repeat(64), NOW);
  }

  public static Request request(String person, String idempotencyKey) {
    return request(person(person), idempotencyKey);
  }

  public static Request request(Person person, String idempotencyKey) {
    return new Request(
        "shop",
        "checkout",
        "staging",
        "prod",
        new ApplicationKey("main", "argocd", "checkout-staging"),
        new ApplicationKey("main", "argocd", "checkout-prod"),
        List.of(new Move("image.tag", "1.4.2", "1.5.0")),
        "d".repeat(64),
        Map.of("deploy", "b".repeat(40)),
        person,
        "for the \u00e4\ud83d\ude80 launch",
        OptionalLong.of(4711),
        idempotencyKey,
        Optional.empty(),
        NOW);
  }

  public static Promotion requested() {
    return requested("dora", "key-1");
  }

  public static Promotion requested(String person, String idempotencyKey) {
    return Promotion.requested(request(person, idempotencyKey));
  }
}
