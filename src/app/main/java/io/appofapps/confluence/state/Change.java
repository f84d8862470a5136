package io.appofapps.confluence.state;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Sharing;

/**
 * One resource that is there now, or is there no more.
 *
 * @param <T> the vocabulary's record for the kind
 */
public sealed interface Change<T> {

  ResourceKind<T> kind();

  ApplicationKey key();

  /** An equal change whose resource shares its equal parts with others of the session. */
  default Change<T> shared(Sharing session) {
    return this;
  }

  /** The resource is there and looks like this. */
  record Upsert<T>(ResourceKind<T> kind, T resource) implements Change<T> {
    @Override
    public ApplicationKey key() {
      return kind.keyOf(resource);
    }

    @Override
    public Change<T> shared(Sharing session) {
      return new Upsert<>(kind, kind.shared(resource, session));
    }
  }

  /** The resource is gone. */
  record Delete<T>(ResourceKind<T> kind, ApplicationKey key) implements Change<T> {}
}
