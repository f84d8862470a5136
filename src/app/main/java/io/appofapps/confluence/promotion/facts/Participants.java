package io.appofapps.confluence.promotion.facts;

import java.util.Optional;

/** Confluence's users, also those who are not asking at the moment. */
@FunctionalInterface
public interface Participants {

  /** The user of that key as they are now; empty when there is none any more. */
  Optional<Participant> find(String key);
}
