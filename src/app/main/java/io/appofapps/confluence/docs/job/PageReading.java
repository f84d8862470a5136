package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FactsReader;
import io.appofapps.confluence.docs.KnownPage;
import io.appofapps.confluence.docs.rows.Pacer;
import io.appofapps.confluence.docs.rows.PageRows;
import io.appofapps.confluence.docs.rows.StoredPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes over into the rows what pages say. */
final class PageReading {

  /** Grows when pages are read in another way, so that all are read again. */
  static final int FORMAT = 1;

  private final Wiki wiki;
  private final PageRows rows;
  private final DocumentationRules rules;
  private final Pacer pacer;

  PageReading(Wiki wiki, PageRows rows, DocumentationRules rules, Pacer pacer) {
    this.wiki = wiki;
    this.rows = rows;
    this.rules = rules;
    this.pacer = pacer;
  }

  /** The spaces that are read, in order. */
  List<String> spaces() {
    return wiki.spaces().stream()
        .filter(space -> rules.spaces().isEmpty() || rules.spaces().contains(space))
        .sorted()
        .toList();
  }

  /**
   * Reads pages of a space that follow each other.
   *
   * @param after id of the page before them
   * @param ids ascending
   * @param upTo whatever is known between the two and is not among the ids is forgotten
   * @param all whether pages are read that have not changed
   * @return how many pages had to be read
   */
  int read(String space, long after, List<Long> ids, long upTo, boolean all) {
    pacer.take(1);
    Map<Long, StoredPage> stored = rows.range(space, after, upTo);
    Set<Long> gone = new HashSet<>(stored.keySet());
    List<KnownPage> changed = new ArrayList<>();
    int read = changes(ids, all ? Map.of() : stored, gone, changed);
    write(changed, gone);
    return read;
  }

  /** Reads single pages; those that are not current any more are forgotten. */
  void refresh(Collection<Long> ids) {
    Set<Long> gone = new HashSet<>(ids);
    List<KnownPage> changed = new ArrayList<>();
    changes(ids, Map.of(), gone, changed);
    changed.removeIf(page -> !spaces().contains(page.space()));
    changed.forEach(page -> gone.remove(page.id()));
    write(changed, gone);
  }

  private int changes(
      Collection<Long> ids, Map<Long, StoredPage> stored, Set<Long> gone, List<KnownPage> changed) {
    Map<Long, Integer> known = new HashMap<>();
    stored.forEach(
        (id, page) -> {
          if (page.format() == FORMAT) {
            known.put(id, page.page().version());
          }
        });
    pacer.take((rules.needsLabels() ? 2 : 1) * ids.size() + 1);
    int read = 0;
    for (PageText text : wiki.read(ids, known, rules.needsLabels())) {
      gone.remove(text.id());
      StoredPage before = stored.get(text.id());
      if (text.storage().isPresent()) {
        read++;
        changed.add(page(text));
      } else if (before != null && !isAs(before.page(), text)) {
        changed.add(moved(before.page(), text));
      }
    }
    pacer.take(read);
    return read;
  }

  private void write(List<KnownPage> changed, Set<Long> gone) {
    pacer.take(2 * changed.size() + gone.size());
    rows.write(changed, gone, FORMAT);
  }

  private KnownPage page(PageText text) {
    return new KnownPage(
        text.id(),
        text.space(),
        text.title(),
        text.version(),
        text.labels(),
        FactsReader.read(text.storage().orElseThrow(), wiki));
  }

  private static boolean isAs(KnownPage before, PageText text) {
    return before.title().equals(text.title())
        && before.space().equals(text.space())
        && before.labels().equals(text.labels());
  }

  private static KnownPage moved(KnownPage before, PageText text) {
    return new KnownPage(
        text.id(), text.space(), text.title(), text.version(), text.labels(), before.facts());
  }
}
