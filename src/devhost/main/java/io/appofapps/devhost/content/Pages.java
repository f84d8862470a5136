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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages and their versions. It asks nobody's permission: {@link ContentPermissions} does. */
public final class Pages {

  private static final String SELECT =
      """
      select p.id, p.space_key, p.parent_id, v.title, v.body, p.created_by, p.created_at,
             v.number, v.author, v.saved_at, v.note, v.minor, p.status
      from host_page p join host_page_version v on v.page_id = p.id
      """;
  private static final String LATEST = SELECT + " and v.number = p.version ";
  private static final String CURRENT = LATEST + "where p.status = 'CURRENT' and ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<Consumer<PageChange>> listeners = new CopyOnWriteArrayList<>();

  public Pages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    Schema.create(jdbc);
  }

  /** The page in its latest version, in the bin too. */
  public Optional<Page> find(long id) {
    return jdbc.sql(LATEST + "where p.id = :id").param("id", id).query(Pages::page).optional();
  }

  public Optional<Page> find(String spaceKey, String title) {
    return jdbc
        .sql(CURRENT + "lower(p.space_key) = lower(:space) and lower(p.title) = lower(:title)")
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
    return jdbc.sql(CURRENT + "p.space_key = :space order by p.id")
        .param("space", spaceKey)
        .query(Pages::page)
        .list();
  }

  /** The pages saved last, newest first. */
  public List<Page> recent(int limit) {
    return jdbc.sql(
            CURRENT + "1 = 1 order by v.saved_at desc, p.id desc fetch first :limit rows only")
        .param("limit", limit)
        .query(Pages::page)
        .list();
  }

  /** The pages whose title contains the words, whatever their case. */
  public List<Page> titled(String words, int limit) {
    String pattern = words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return jdbc.sql(
            CURRENT
                + "lower(p.title) like lower(:pattern) escape '!'"
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

  /** Ids of the current pages of a space. */
  public List<Long> ids(String spaceKey) {
    return jdbc.sql(
            "select id from host_page where space_key = :space and status = 'CURRENT' order by id")
        .param("space", spaceKey)
        .query(Long.class)
        .list();
  }

  /** Hears of every change once it is committed, on the thread that made it. */
  public void onChange(Consumer<PageChange> listener) {
    listeners.add(listener);
  }

  void changed(PageChange.Kind kind, Page page) {
    PageChange change = new PageChange(kind, page);
    listeners.forEach(listener -> listener.accept(change));
  }

  private Page told(PageChange.Kind kind, Page page) {
    changed(kind, page);
    return page;
  }

  public Page create(String spaceKey, OptionalLong parent, PageEdit edit) {
    return told(
        PageChange.Kind.CREATED, transaction.execute(status -> insert(spaceKey, parent, edit)));
  }

  /** Puts a current page into the bin; its children move up to its parent. */
  public Page trash(long id) {
    return told(
        PageChange.Kind.TRASHED,
        transaction.execute(
            status -> {
              Page page = current(id);
              jdbc.sql("update host_page set parent_id = :parent where parent_id = :id")
                  .param("parent", orNull(page.parent()), java.sql.Types.BIGINT)
                  .param("id", id)
                  .update();
              return place(page, PageStatus.TRASHED, "trashed " + id, OptionalLong.empty());
            }));
  }

  /** Takes a page out of the bin, to the root of its space. */
  public Page restore(long id) {
    return told(
        PageChange.Kind.RESTORED,
        transaction.execute(
            status -> {
              Page page =
                  find(id)
                      .filter(it -> it.status() == PageStatus.TRASHED)
                      .orElseThrow(
                          () -> new InvalidContentException("The page is not in the bin."));
              refuseTakenTitle(page.spaceKey(), page.title(), OptionalLong.of(id));
              return place(page, PageStatus.CURRENT, page.title(), OptionalLong.empty());
            }));
  }

  /** Puts a current page below another of its space, or at the root. */
  public Page move(long id, OptionalLong parent) {
    return told(
        PageChange.Kind.MOVED,
        transaction.execute(
            status -> {
              Page page = current(id);
              if (parent.isPresent()) {
                Page above = parentIn(page.spaceKey(), parent.getAsLong());
                boolean below =
                    above.id() == id || ancestors(above).stream().anyMatch(it -> it.id() == id);
                if (below) {
                  throw new InvalidContentException("A page cannot be below itself.");
                }
              }
              return place(page, PageStatus.CURRENT, page.title(), parent);
            }));
  }

  private Page current(long id) {
    return find(id)
        .filter(it -> it.status() == PageStatus.CURRENT)
        .orElseThrow(() -> new InvalidContentException("The page does not exist."));
  }

  private Page place(Page page, PageStatus status, String takenTitle, OptionalLong parent) {
    jdbc.sql(
            "update host_page set status = :status, title = :title, parent_id = :parent"
                + " where id = :id")
        .param("status", status.name())
        .param("title", takenTitle)
        .param("parent", orNull(parent), java.sql.Types.BIGINT)
        .param("id", page.id())
        .update();
    return find(page.id()).orElseThrow();
  }

  private static Long orNull(OptionalLong id) {
    return id.isPresent() ? id.getAsLong() : null;
  }

  private Page insert(String spaceKey, OptionalLong parent, PageEdit edit) {
    refuseTakenTitle(spaceKey, edit.title(), OptionalLong.empty());
    if (parent.isPresent()) {
      parentIn(spaceKey, parent.getAsLong());
    }
    jdbc.sql(
            "insert into host_page (space_key, parent_id, title, version, created_by, created_at)"
                + " values (:space, :parent, :title, 1, :author, :now)")
        .param("space", spaceKey)
        .param("parent", orNull(parent), java.sql.Types.BIGINT)
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
    return told(
        PageChange.Kind.UPDATED, transaction.execute(status -> replace(id, expected, edit)));
  }

  private Page parentIn(String spaceKey, long id) {
    Page above =
        find(id)
            .filter(it -> it.status() == PageStatus.CURRENT)
            .orElseThrow(() -> new InvalidContentException("The parent page does not exist."));
    if (!above.spaceKey().equals(spaceKey)) {
      throw new InvalidContentException("The parent page is in another space.");
    }
    return above;
  }

  private Page replace(long id, int expected, PageEdit edit) {
    Page before = current(id);
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
        PageStatus.valueOf(row.getString(13)),
        new PageVersion(row.getInt(8), stamp(row, 9, 10), row.getString(11), row.getBoolean(12)));
  }

  private static Page.Stamp stamp(ResultSet row, int user, int at) throws SQLException {
    return new Page.Stamp(row.getString(user), row.getObject(at, OffsetDateTime.class).toInstant());
  }
}
