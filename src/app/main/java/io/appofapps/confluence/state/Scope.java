package io.appofapps.confluence.state;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Optional;

/**
 * What one list covers.
 *
 * @param connection key of the connection
 * @param namespace the one namespace listed, empty for all
 */
public record Scope(String connection, Optional<String> namespace) {

  /** All namespaces of the connection. */
  public static Scope all(String connection) {
    return new Scope(connection, Optional.empty());
  }

  /** Whether a resource of that key belongs to the scope. */
  public boolean covers(ApplicationKey key) {
    return connection.equals(key.connection())
        && namespace.map(key.namespace()::equals).orElse(true);
  }
}
