package io.appofapps.confluence.state;

import io.appofapps.confluence.application.ApplicationKey;

/**
 * One resource that is there now, or is there no more.
 *
 * @param <T> the vocabulary's record for the kind
 */
public sealed interface Change<T> {

  ResourceKind<T> kind();

  ApplicationKey key();

  /** The resource is there and looks like this. */
  record Upsert<T>(ResourceKind<T> kind, T resource) implements Change<T> {
    @Override
    public ApplicationKey key() {
      return kind.keyOf(resource);
    }
  }

  /** The resource is gone. */
  record Delete<T>(ResourceKind<T> kind, ApplicationKey key) implements Change<T> {}
}
