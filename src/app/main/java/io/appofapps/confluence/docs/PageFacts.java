package io.appofapps.confluence.docs;

import java.util.List;
import java.util.Optional;

/**
 * What is read of a page's storage format.
 *
 * @param fields of its Page Properties, in the order of the page
 * @param links named links to web addresses, at most 200
 * @param applications the Applications its macros name, in the order of the page
 * @param problem why nothing could be read: a reason's name in lower case, empty when all was well
 */
public record PageFacts(
    List<SaidField> fields,
    List<NamedLink> links,
    List<MacroMention> applications,
    Optional<String> problem) {

  /** A page that says nothing. */
  public static final PageFacts NONE =
      new PageFacts(List.of(), List.of(), List.of(), Optional.empty());

  public PageFacts {
    fields = List.copyOf(fields);
    links = List.copyOf(links);
    applications = List.copyOf(applications);
  }
}
