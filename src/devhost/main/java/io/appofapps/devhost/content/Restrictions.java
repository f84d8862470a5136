package io.appofapps.devhost.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The restrictions set on pages themselves; what is inherited is worked out by the rules. */
public final class Restrictions {

  private static final String USER = "USER";
  private static final String GROUP = "GROUP";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  public Restrictions(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    Schema.create(jdbc);
  }

  public Restriction of(long pageId, Restriction.Kind kind) {
    Set<String> users = new HashSet<>();
    Set<String> groups = new HashSet<>();
    jdbc.sql(
            "select subject_kind, subject from host_restriction"
                + " where page_id = :page and kind = :kind")
        .param("page", pageId)
        .param("kind", kind.name())
        .query(
            row -> {
              (USER.equals(row.getString(1)) ? users : groups).add(row.getString(2));
            });
    return new Restriction(users, groups);
  }

  /** Hears the id of every page whose restrictions have changed, after the commit. */
  public void onChange(LongConsumer listener) {
    listeners.add(listener);
  }

  public void set(long pageId, Restriction.Kind kind, Restriction restriction) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from host_restriction where page_id = :page and kind = :kind")
              .param("page", pageId)
              .param("kind", kind.name())
              .update();
          restriction.users().forEach(user -> insert(pageId, kind, USER, user));
          restriction.groups().forEach(group -> insert(pageId, kind, GROUP, group));
        });
    listeners.forEach(listener -> listener.accept(pageId));
  }

  private void insert(long pageId, Restriction.Kind kind, String subjectKind, String subject) {
    jdbc.sql(
            "insert into host_restriction (page_id, kind, subject_kind, subject)"
                + " values (:page, :kind, :subjectKind, :subject)")
        .param("page", pageId)
        .param("kind", kind.name())
        .param("subjectKind", subjectKind)
        .param("subject", subject)
        .update();
  }
}
