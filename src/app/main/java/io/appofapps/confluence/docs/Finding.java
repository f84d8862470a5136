package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.Optional;

/**
 * One thing that is wrong with documentation.
 *
 * @param kind what
 * @param page id of the page, empty for an Application without one
 * @param application the Application, empty where the page's name for it fits none or several
 * @param field key of the metadata, empty where it is not about one
 * @param pageSays what the page says, empty where it says nothing; untrusted
 * @param manifestSays what the manifest says, empty where it says nothing; untrusted
 * @param mendable whether the page has one cell for it, and all its Applications say the same
 */
public record Finding(
    FindingKind kind,
    Optional<Long> page,
    Optional<ApplicationKey> application,
    String field,
    String pageSays,
    String manifestSays,
    boolean mendable) {

  /** What makes it the same finding at another time, whatever the two sides say by then. */
  public Identity identity() {
    boolean named = kind == FindingKind.ORPHAN_PAGE || kind == FindingKind.AMBIGUOUS;
    return new Identity(kind, page, application, field, named ? pageSays : "");
  }

  /** Identity of a finding over time. */
  public record Identity(
      FindingKind kind,
      Optional<Long> page,
      Optional<ApplicationKey> application,
      String field,
      String mention) {}
}
