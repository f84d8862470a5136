package io.appofapps.devhost.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages and their versions. It asks nobody's permission: {@link ContentPermissions} does. */
public final class Pages {

  private static final String SELECT =
      """
      select p.id, p.space_key, p.parent_id, v.title, v.body, p.created_by, p.created_at,
             v.number, v.author, v.saved_at, v.note, v.minor
      from host_page p join host_page_version v on v.page_id = p.id
      """;
  private static final String CURRENT = SELECT + " and v.number = p.version ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Pages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    Schema.create(jdbc);
  }

  public Optional<Page> find(long id) {
    return jdbc.sql(CURRENT + "where p.id = :id").param("id", id).query(Pages::page).optional();
  }

  public Optional<Page> find(String spaceKey, String title) {
    return jdbc
        .sql(
            CURRENT + "where lower(p.space_key) = lower(:space) and lower(p.title) = lower(:title)")
        .param("space", spaceKey)
        .param("title", title)
        .query(Pages::page)
        .list()
        .stream()
        .findFirst();
  }

  /** The page as it was at the version; empty when there is no such version. */
  public Optional<Page> find(long id, int version) {
    return jdbc.sql(SELECT + "where p.id = :id and v.number = :version")
        .param("id", id)
        .param("version", version)
        .query(Pages::page)
        .optional();
  }

  /** All pages of a space, by title. */
  public List<Page> inSpace(String spaceKey) {
    return jdbc.sql(CURRENT + "where p.space_key = :space order by p.id")
        .param("space", spaceKey)
        .query(Pages::page)
        .list();
  }

  /** The pages saved last, newest first. */
  public List<Page> recent(int limit) {
    return jdbc.sql(CURRENT + "order by v.saved_at desc, p.id desc fetch first :limit rows only")
        .param("limit", limit)
        .query(Pages::page)
        .list();
  }

  /** The pages whose title contains the words, whatever their case. */
  public List<Page> titled(String words, int limit) {
    String pattern = words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return jdbc.sql(
            CURRENT
                + "where lower(p.title) like lower(:pattern) escape '!'"
                + " order by p.title fetch first :limit rows only")
        .param("pattern", "%" + pattern + "%")
        .param("limit", limit)
        .query(Pages::page)
        .list();
  }

  /** The parent, its parent and so on; the root comes first. */
  public List<Page> ancestors(Page page) {
    List<Page> ancestors = new ArrayList<>();
    Optional<Page> next = parent(page);
    while (next.isPresent()) {
      ancestors.add(0, next.get());
      next = parent(next.get());
    }
    return List.copyOf(ancestors);
  }

  private Optional<Page> parent(Page page) {
    return page.parent().isPresent() ? find(page.parent().getAsLong()) : Optional.empty();
  }

  /** The versions, newest first. */
  public List<PageVersion> versions(long id) {
    return jdbc
        .sql(SELECT + "where p.id = :id order by v.number desc")
        .param("id", id)
        .query(Pages::page)
        .list()
        .stream()
        .map(Page::latest)
        .toList();
  }

  public Page create(String spaceKey, OptionalLong parent, PageEdit edit) {
    return transaction.execute(status -> insert(spaceKey, parent, edit));
  }

  private Page insert(String spaceKey, OptionalLong parent, PageEdit edit) {
    refuseTakenTitle(spaceKey, edit.title(), OptionalLong.empty());
    if (parent.isPresent()) {
      Page above =
          find(parent.getAsLong())
              .orElseThrow(() -> new InvalidContentException("The parent page does not exist."));
      if (!above.spaceKey().equals(spaceKey)) {
        throw new InvalidContentException("The parent page is in another space.");
      }
    }
    jdbc.sql(
            "insert into host_page (space_key, parent_id, title, version, created_by, created_at)"
                + " values (:space, :parent, :title, 1, :author, :now)")
        .param("space", spaceKey)
        .param("parent", parent.isPresent() ? parent.getAsLong() : null, java.sql.Types.BIGINT)
        .param("title", edit.title())
        .param("author", edit.author())
        .param("now", now())
        .update();
    long id =
        jdbc.sql("select id from host_page where space_key = :space and title = :title")
            .param("space", spaceKey)
            .param("title", edit.title())
            .query(Long.class)
            .single();
    insertVersion(id, 1, edit);
    return find(id).orElseThrow();
  }

  /**
   * Saves a new version.
   *
   * @param expected version the edit began with
   * @throws VersionConflictException when somebody saved in between
   */
  public Page update(long id, int expected, PageEdit edit) {
    return transaction.execute(status -> replace(id, expected, edit));
  }

  private Page replace(long id, int expected, PageEdit edit) {
    Page before =
        find(id).orElseThrow(() -> new InvalidContentException("The page does not exist."));
    refuseTakenTitle(before.spaceKey(), edit.title(), OptionalLong.of(id));
    int changed =
        jdbc.sql(
                "update host_page set version = version + 1, title = :title"
                    + " where id = :id and version = :expected")
            .param("title", edit.title())
            .param("id", id)
            .param("expected", expected)
            .update();
    if (changed == 0) {
      throw new VersionConflictException(find(id).orElseThrow(), expected);
    }
    insertVersion(id, expected + 1, edit);
    return find(id).orElseThrow();
  }

  private void insertVersion(long id, int number, PageEdit edit) {
    jdbc.sql(
            "insert into host_page_version"
                + " (page_id, number, title, body, author, saved_at, note, minor)"
                + " values (:id, :number, :title, :body, :author, :now, :note, :minor)")
        .param("id", id)
        .param("number", number)
        .param("title", edit.title())
        .param("body", edit.body())
        .param("author", edit.author())
        .param("now", now())
        .param("note", edit.comment())
        .param("minor", edit.minor())
        .update();
  }

  private void refuseTakenTitle(String spaceKey, String title, OptionalLong self) {
    find(spaceKey, title)
        .filter(other -> self.isEmpty() || other.id() != self.getAsLong())
        .ifPresent(
            other -> {
              throw new InvalidContentException(
                  "A page with the title \"" + title + "\" already exists in this space.");
            });
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Page page(ResultSet row, int index) throws SQLException {
    long parent = row.getLong(3);
    OptionalLong parentId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(parent);
    return new Page(
        row.getLong(1),
        row.getString(2),
        parentId,
        row.getString(4),
        row.getString(5),
        stamp(row, 6, 7),
        new PageVersion(row.getInt(8), stamp(row, 9, 10), row.getString(11), row.getBoolean(12)));
  }

  private static Page.Stamp stamp(ResultSet row, int user, int at) throws SQLException {
    return new Page.Stamp(row.getString(user), row.getObject(at, OffsetDateTime.class).toInstant());
  }
}
