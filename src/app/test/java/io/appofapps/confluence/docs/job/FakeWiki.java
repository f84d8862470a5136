package io.appofapps.confluence.docs.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A wiki in memory, in which things happen in the middle of the work. */
final class FakeWiki implements Wiki {

  record Page(String space, String title, int version, List<String> labels, String storage) {}

  final Map<Long, Page> pages = new TreeMap<>();
  final TreeSet<String> archived = new TreeSet<>();
  final List<Long> bodiesRead = new ArrayList<>();

  /** Done before the next pages are read. */
  Runnable beforeRead = () -> {};

  /** Done between reading and saving of the next edit. */
  Runnable duringEdit = () -> {};

  void put(long id, String space, String title, String storage) {
    int version = pages.containsKey(id) ? pages.get(id).version() + 1 : 1;
    pages.put(id, new Page(space, title, version, List.of(), storage));
  }

  @Override
  public List<String> user(String key) {
    return List.of("user " + key);
  }

  @Override
  public List<String> spaces() {
    TreeSet<String> spaces = new TreeSet<>();
    pages.values().forEach(page -> spaces.add(page.space()));
    spaces.removeAll(archived);
    return List.copyOf(spaces);
  }

  @Override
  public List<Long> pages(String space) {
    return pages.entrySet().stream()
        .filter(each -> each.getValue().space().equals(space))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<PageText> read(Collection<Long> ids, Map<Long, Integer> known, boolean labels) {
    beforeRead.run();
    List<PageText> texts = new ArrayList<>();
    for (long id : ids) {
      Page page = pages.get(id);
      if (page != null && !archived.contains(page.space())) {
        boolean same = known.getOrDefault(id, -1) == page.version();
        if (!same) {
          bodiesRead.add(id);
        }
        texts.add(
            new PageText(
                id,
                page.space(),
                page.title(),
                page.version(),
                labels ? page.labels() : List.of(),
                same ? Optional.empty() : Optional.of(page.storage())));
      }
    }
    return texts;
  }

  @Override
  public Edit edit(long id, String user, Function<String, Optional<String>> change) {
    Page page = pages.get(id);
    if (page == null) {
      return Edit.GONE;
    }
    if (!user.equals("mender")) {
      return Edit.REFUSED;
    }
    Optional<String> next = change.apply(page.storage());
    if (next.isEmpty()) {
      return Edit.UNCHANGED;
    }
    duringEdit.run();
    if (pages.get(id).version() != page.version()) {
      return Edit.CONFLICT;
    }
    put(id, page.space(), page.title(), next.get());
    return Edit.WRITTEN;
  }
}
