package io.appofapps.confluence.docs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding and since when it holds.
 *
 * @param finding what
 * @param since when it was seen first, and at every look since
 */
public record DatedFinding(Finding finding, Instant since) {

  /** The findings of now, those that were there before with their old date. */
  static List<DatedFinding> dated(List<Finding> found, List<DatedFinding> before, Instant now) {
    Map<Finding.Identity, Instant> since = new HashMap<>();
    before.forEach(each -> since.put(each.finding().identity(), each.since()));
    List<DatedFinding> dated = new ArrayList<>();
    for (Finding finding : found) {
      dated.add(new DatedFinding(finding, since.getOrDefault(finding.identity(), now)));
    }
    return dated;
  }
}
