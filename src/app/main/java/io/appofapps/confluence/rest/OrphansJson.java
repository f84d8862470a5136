package io.appofapps.confluence.rest;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.PageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pages without an Application and Applications without a page, as JSON. */
final class OrphansJson {

  private static final Set<FindingKind> OF_PAGES =
      Set.of(
          FindingKind.ORPHAN_PAGE,
          FindingKind.AMBIGUOUS,
          FindingKind.UNREADABLE,
          FindingKind.ALSO_BOUND);

  private OrphansJson() {}

  static Map<String, Object> of(Judgement known, int most) {
    List<Map<String, Object>> pages = new ArrayList<>();
    known
        .byPage()
        .forEach(
            (page, findings) -> {
              for (DatedFinding each : findings) {
                if (OF_PAGES.contains(each.finding().kind())) {
                  pages.add(page(page, known.names().get(page), each));
                }
              }
            });
    List<Map<String, Object>> applications =
        known.undocumented().keySet().stream()
            .sorted()
            .limit(most)
            .map(key -> application(key, known.undocumented().get(key)))
            .toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pages", pages.stream().limit(most).toList());
    json.put("pageCount", pages.size());
    json.put("applications", applications);
    json.put("applicationCount", known.undocumented().size());
    return json;
  }

  private static Map<String, Object> application(ApplicationKey key, DatedFinding dated) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("application", key.toString());
    json.put("since", dated.since().toString());
    return json;
  }

  private static Map<String, Object> page(long id, PageName name, DatedFinding dated) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("page", Long.toString(id));
    json.put("space", name.space());
    json.put("title", name.title());
    json.put("kind", word(dated.finding().kind()));
    json.put(
        "says",
        dated.finding().application().map(Object::toString).orElse(dated.finding().pageSays()));
    json.put("since", dated.since().toString());
    return json;
  }

  /** How many findings there are of each kind. */
  static Map<String, Integer> counts(Judgement known) {
    Map<String, Integer> counts = new TreeMap<>();
    known.byPage().values().stream()
        .flatMap(List::stream)
        .forEach(each -> counts.merge(word(each.finding().kind()), 1, Integer::sum));
    if (!known.undocumented().isEmpty()) {
      counts.put(word(FindingKind.UNDOCUMENTED), known.undocumented().size());
    }
    return counts;
  }

  static String word(FindingKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
