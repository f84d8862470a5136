package io.appofapps.confluence.docs.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.Bindings;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.PageName;
import io.appofapps.confluence.state.rows.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.java.ao.DBParam;

/**
 * All access to the rows of findings: one row a page that has any, 64 for the Applications without
 * a page and 64 for the pages of the others, so that ten thousand Applications are some hundred
 * rows. One more row counts the changes, so that nodes see with one small query whether there is
 * anything new.
 */
public final class FindingRows {

  private static final String CHANGES = "changes";
  private static final String ASKED = "asked";
  private static final int BUCKETS = 64;
  private static final int WRITES_IN_ONE = 50;

  private final ActiveObjects ao;

  public FindingRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /** The number of the last change; 0 before the first. */
  public long changes() {
    return number(CHANGES);
  }

  /** The number of the last change of a page; 0 before the first. */
  public long asked() {
    return number(ASKED);
  }

  /** Notes that a page has changed, so that somebody judges again. */
  public void ask() {
    count(ASKED);
  }

  private long number(String key) {
    return ao.executeInTransaction(
        () -> {
          DocFindingRow[] rows = ao.find(DocFindingRow.class, "FINDING_KEY = ?", key);
          return rows.length == 0 ? 0 : Long.parseLong(rows[0].getDocument());
        });
  }

  private void count(String key) {
    long next = number(key) + 1;
    ao.executeInTransaction(
        () -> {
          put(key, Long.toString(next));
          return null;
        });
  }

  /** All findings; the bindings are not kept. */
  public Judgement read() {
    Map<Long, List<DatedFinding>> byPage = new TreeMap<>();
    Map<Long, PageName> names = new HashMap<>();
    Map<ApplicationKey, DatedFinding> undocumented = new HashMap<>();
    Map<ApplicationKey, BoundPage> pages = new HashMap<>();
    stored()
        .forEach(
            (key, document) -> {
              Document read = Document.parse(document);
              if (key.startsWith("b")) {
                pages.putAll(BoundPageDocument.read(read));
                return;
              }
              List<DatedFinding> findings = FindingDocument.read(read);
              if (key.startsWith("p")) {
                long page = Long.parseLong(key.substring(1));
                byPage.put(page, findings);
                names.put(page, new PageName(read.text("space"), read.text("title")));
              } else {
                findings.forEach(
                    each -> undocumented.put(each.finding().application().orElseThrow(), each));
              }
            });
    return new Judgement(
        byPage,
        names,
        undocumented,
        Map.copyOf(pages),
        Bindings.of(List.of(), List.of(), List.of()));
  }

  /** Makes these the findings; says how many statements that took. */
  public int write(Judgement judgement, Pacer pacer) {
    Map<String, String> next = documents(judgement);
    Map<String, String> before = stored();
    Set<String> changed = new HashSet<>(before.keySet());
    changed.addAll(next.keySet());
    changed.removeIf(key -> before.getOrDefault(key, "").equals(next.getOrDefault(key, "")));
    if (changed.isEmpty()) {
      return 1;
    }
    List<String> keys = changed.stream().sorted().toList();
    for (int from = 0; from < keys.size(); from += WRITES_IN_ONE) {
      List<String> some = keys.subList(from, Math.min(keys.size(), from + WRITES_IN_ONE));
      pacer.take(2 * some.size());
      ao.executeInTransaction(
          () -> {
            some.forEach(key -> put(key, next.getOrDefault(key, "")));
            return null;
          });
    }
    count(CHANGES);
    return 2 * keys.size() + 4;
  }

  private Map<String, String> stored() {
    return ao.executeInTransaction(
        () -> {
          Map<String, String> found = new HashMap<>();
          for (DocFindingRow row : ao.find(DocFindingRow.class)) {
            if (!Set.of(CHANGES, ASKED).contains(row.getFindingKey())) {
              found.put(row.getFindingKey(), row.getDocument());
            }
          }
          return found;
        });
  }

  private static Map<String, String> documents(Judgement judgement) {
    Map<String, String> documents = new HashMap<>();
    judgement
        .byPage()
        .forEach(
            (page, found) ->
                documents.put(
                    "p" + page, FindingDocument.write(found, judgement.names().get(page))));
    Map<Integer, Map<ApplicationKey, DatedFinding>> buckets = new HashMap<>();
    judgement
        .undocumented()
        .forEach(
            (application, finding) ->
                buckets
                    .computeIfAbsent(
                        Math.floorMod(application.hashCode(), BUCKETS), each -> new TreeMap<>())
                    .put(application, finding));
    buckets.forEach(
        (bucket, found) ->
            documents.put(
                "a" + bucket,
                FindingDocument.write(List.copyOf(found.values()), new PageName("", ""))));
    pages(judgement.pages())
        .forEach((bucket, pages) -> documents.put("b" + bucket, BoundPageDocument.write(pages)));
    return documents;
  }

  /** By bucket the pages, in order, with the Applications they stand for, in order. */
  private static Map<Integer, Map<BoundPage, List<ApplicationKey>>> pages(
      Map<ApplicationKey, BoundPage> pages) {
    Map<Integer, Map<BoundPage, List<ApplicationKey>>> buckets = new HashMap<>();
    new TreeMap<>(pages)
        .forEach(
            (application, page) ->
                buckets
                    .computeIfAbsent(
                        Math.floorMod(page.id(), BUCKETS),
                        each -> new TreeMap<>(Comparator.comparing(BoundPage::id)))
                    .computeIfAbsent(page, each -> new ArrayList<>())
                    .add(application));
    return buckets;
  }

  private void put(String key, String document) {
    if (document.isEmpty()) {
      ao.deleteWithSQL(DocFindingRow.class, "FINDING_KEY = ?", key);
      return;
    }
    DocFindingRow[] rows = ao.find(DocFindingRow.class, "FINDING_KEY = ?", key);
    if (rows.length == 0) {
      ao.create(
          DocFindingRow.class, new DBParam("FINDING_KEY", key), new DBParam("DOCUMENT", document));
    } else {
      rows[0].setDocument(document);
      rows[0].save();
    }
  }
}
