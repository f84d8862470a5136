package io.appofapps.confluence.docs.job;

import java.util.List;
import java.util.Optional;

/**
 * A current page of Confluence.
 *
 * @param id content id
 * @param space key of its space
 * @param title untrusted
 * @param version number of its version
 * @param labels its labels, empty when nobody asked for them
 * @param storage its storage format, empty when it is the version that is known
 */
public record PageText(
    long id,
    String space,
    String title,
    int version,
    List<String> labels,
    Optional<String> storage) {

  public PageText {
    labels = List.copyOf(labels);
  }
}
