package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Map;
import java.util.Set;

/**
 * An Application that pages may stand for.
 *
 * @param key identity
 * @param service name of the service it deploys, empty when it is not known; untrusted
 * @param sets keys of the deployment sets that hold it
 * @param page what its annotation {@code appofapps.io/page} says, empty without; untrusted
 * @param metadata what its manifest says, by key of the metadata; untrusted
 * @param version what it deploys: while that stays, its pages stay reviewed; untrusted
 */
public record Subject(
    ApplicationKey key,
    String service,
    Set<String> sets,
    String page,
    Map<String, String> metadata,
    String version) {

  /** The annotation that names the page of an Application. */
  public static final String PAGE_ANNOTATION = "appofapps.io/page";

  public Subject {
    sets = Set.copyOf(sets);
    metadata = Map.copyOf(metadata);
  }
}
