package io.appofapps.confluence.docs;

import java.util.List;

/**
 * A page as the comparison knows it.
 *
 * @param id content id
 * @param space key of its space
 * @param title untrusted
 * @param version number of its version
 * @param labels without prefixes of namespaces
 * @param facts what its storage format says
 */
public record KnownPage(
    long id, String space, String title, int version, List<String> labels, PageFacts facts) {

  public KnownPage {
    labels = List.copyOf(labels);
  }
}
