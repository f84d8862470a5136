package io.appofapps.confluence.sight;

import java.util.Optional;

/** All whom Confluence knows. Says nothing about who may ask. */
@FunctionalInterface
public interface Accounts {

  /** The account of that name, else the one of that key; empty when there is none. */
  Optional<Account> find(String nameOrKey);
}
