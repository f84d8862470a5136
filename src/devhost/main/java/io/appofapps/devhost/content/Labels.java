package io.appofapps.devhost.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The global labels of pages. */
public final class Labels {

  /** Confluence refuses blanks and these signs in a label. */
  private static final Pattern REFUSED = Pattern.compile("[\\s!#&()*,.:;<>?@\\[\\]^]");

  private final JdbcClient jdbc;

  public Labels(JdbcClient jdbc) {
    this.jdbc = jdbc;
    Schema.create(jdbc);
  }

  /** By name. */
  public List<String> of(long pageId) {
    return jdbc.sql("select name from host_label where page_id = :page order by name")
        .param("page", pageId)
        .query(String.class)
        .list();
  }

  /** Ids of the pages that have the label, in any case. */
  public List<Long> pages(String label) {
    return jdbc.sql("select page_id from host_label where name = :name")
        .param("name", label.toLowerCase(Locale.ROOT))
        .query(Long.class)
        .list();
  }

  /** Adds the label in lower case; adding it twice is no error. */
  public void add(long pageId, String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 255 || REFUSED.matcher(name).find()) {
      throw new InvalidContentException("\"" + label + "\" cannot be a label.");
    }
    if (!of(pageId).contains(name)) {
      jdbc.sql("insert into host_label (page_id, name) values (:page, :name)")
          .param("page", pageId)
          .param("name", name)
          .update();
    }
  }

  public void remove(long pageId, String label) {
    jdbc.sql("delete from host_label where page_id = :page and name = :name")
        .param("page", pageId)
        .param("name", label)
        .update();
  }
}
