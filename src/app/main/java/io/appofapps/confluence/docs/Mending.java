package io.appofapps.confluence.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the manifest's value over into a page. */
public final class Mending {

  private Mending() {}

  /**
   * The page with the manifest's value, if it still says what the finding says.
   *
   * @param storage storage format of the page as it is now
   * @return empty when a human has changed the field since, or its cell is more than words and
   *     links: then nothing may be written
   */
  public static Optional<String> mended(
      String storage, Finding finding, FieldRule rule, Names names) {
    KnownPage page =
        new KnownPage(
            finding.page().orElse(0L), "", "", 0, List.of(), FactsReader.read(storage, names));
    return new Comparison(List.of(rule))
        .differences(page, Map.of(rule.key(), finding.manifestSays())).stream()
            .filter(FieldDifference::isMendable)
            .filter(each -> each.pageSays().equals(finding.pageSays()))
            .findFirst()
            .flatMap(
                each ->
                    CellSplice.replace(
                        storage, each.details(), each.header(), finding.manifestSays()));
  }
}
