package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.facts.Participant;
import io.appofapps.confluence.promotion.facts.Participants;
import java.util.List;

/** Names who asks, as the log keeps them. */
final class Persons {

  private Persons() {}

  static Person of(Actor actor, Participants participants) {
    String key = actor.viewer().key();
    return new Person(
        key,
        participants.find(key).map(Participant::name).orElse(key),
        List.copyOf(actor.viewer().groups()),
        actor.agent().orElse(""));
  }
}
