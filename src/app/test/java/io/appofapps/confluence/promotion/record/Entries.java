package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import java.util.List;
import java.util.Optional;

/** Entries for tests. */
public final class Entries {

  private Entries() {}

  public static Entry note(String cause) {
    return Entry.refused(
        Subject.of(Promotions.request("dora", "key-1")),
        Optional.empty(),
        Promotions.person("dora"),
        "why not",
        List.of(),
        cause,
        Promotions.NOW);
  }

  public static Entry of(PromotionEvent event, PromotionState state) {
    Promotion asked = Promotions.requested();
    return Entry.of(
        new Promotion(
            asked.id(),
            asked.request(),
            state,
            List.of(Promotions.vote("ann", true)),
            List.of(new Commit("deploy", "main", "c".repeat(40))),
            Optional.of("https://git.example.com/pr/1"),
            asked.reached(),
            "because"),
        event,
        Person.NOBODY,
        Promotions.NOW);
  }
}
