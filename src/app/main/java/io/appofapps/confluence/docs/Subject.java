package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Set;

/**
 * An Application that pages may stand for.
 *
 * @param key identity
 * @param service name of the service it deploys, empty when it is not known; untrusted
 * @param sets keys of the deployment sets that hold it
 * @param page what its annotation {@code appofapps.io/page} says, empty without; untrusted
 */
public record Subject(ApplicationKey key, String service, Set<String> sets, String page) {

  public Subject {
    sets = Set.copyOf(sets);
  }
}
