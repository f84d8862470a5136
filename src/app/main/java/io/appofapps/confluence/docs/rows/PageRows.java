package io.appofapps.confluence.docs.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.docs.KnownPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** All access to the rows of pages. Every call is one short transaction. */
public final class PageRows {

  /** Rows of one query. */
  static final int BATCH = 500;

  private final ActiveObjects ao;

  public PageRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * The pages of a space that are known, by id.
   *
   * @param after ids greater than this
   * @param upTo ids up to this
   */
  public Map<Long, StoredPage> range(String space, long after, long upTo) {
    return ao.executeInTransaction(
        () -> {
          Map<Long, StoredPage> pages = new HashMap<>();
          for (DocPageRow row :
              ao.find(
                  DocPageRow.class,
                  "SPACE_KEY = ? AND PAGE_ID > ? AND PAGE_ID <= ?",
                  space,
                  after,
                  upTo)) {
            StoredPage page = PageDocument.read(row);
            pages.put(row.getPageId(), page);
          }
          return pages;
        });
  }

  /** All known pages; one query for 500 of them. */
  public List<KnownPage> all() {
    List<KnownPage> pages = new ArrayList<>();
    long last = Long.MIN_VALUE;
    int found = BATCH;
    while (found == BATCH) {
      long after = last;
      List<KnownPage> next =
          ao.executeInTransaction(
              () -> {
                List<KnownPage> batch = new ArrayList<>();
                for (DocPageRow row :
                    ao.find(
                        DocPageRow.class,
                        Query.select()
                            .where("PAGE_ID > ?", after)
                            .order("PAGE_ID ASC")
                            .limit(BATCH))) {
                  batch.add(PageDocument.read(row).page());
                }
                return batch;
              });
      pages.addAll(next);
      found = next.size();
      last = found == 0 ? last : next.get(found - 1).id();
    }
    return pages;
  }

  /**
   * Writes what pages say and forgets others.
   *
   * @param format number of the way of reading
   */
  public void write(Collection<KnownPage> pages, Collection<Long> gone, int format) {
    if (pages.isEmpty() && gone.isEmpty()) {
      return;
    }
    ao.executeInTransaction(
        () -> {
          for (KnownPage page : pages) {
            put(page, format);
          }
          for (long id : gone) {
            ao.deleteWithSQL(DocPageRow.class, "PAGE_ID = ?", id);
          }
          return null;
        });
  }

  private void put(KnownPage page, int format) {
    String document = PageDocument.write(page, format);
    DocPageRow[] rows = ao.find(DocPageRow.class, "PAGE_ID = ?", page.id());
    if (rows.length == 0) {
      ao.create(
          DocPageRow.class,
          new DBParam("PAGE_ID", page.id()),
          new DBParam("SPACE_KEY", page.space()),
          new DBParam("DOCUMENT", document));
    } else {
      rows[0].setSpaceKey(page.space());
      rows[0].setDocument(document);
      rows[0].save();
    }
  }

  /** Forgets the pages of all spaces but these; says how many. */
  public int keepOnly(Set<String> spaces) {
    List<Long> gone = new ArrayList<>();
    for (KnownPage page : all()) {
      if (!spaces.contains(page.space())) {
        gone.add(page.id());
      }
    }
    write(List.of(), gone, 0);
    return gone.size();
  }
}
