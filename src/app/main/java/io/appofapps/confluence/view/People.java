package io.appofapps.confluence.view;

import java.util.Optional;

/** Names of people. */
@FunctionalInterface
public interface People {

  /** What people call the person of that key now; empty when nobody knows them any more. */
  Optional<String> name(String key);
}
