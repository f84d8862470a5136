package io.appofapps.confluence.identity;

import java.util.List;

/**
 * How a line of policy comes to speak of a person.
 *
 * @param identity the name they are judged under
 * @param roles the roles that lead from it to the line's subject, which is the last; empty where
 *     the line names the identity itself
 * @param line the line
 */
public record Route(Identity identity, List<String> roles, PolicyLine line) {

  public Route {
    roles = List.copyOf(roles);
  }
}
