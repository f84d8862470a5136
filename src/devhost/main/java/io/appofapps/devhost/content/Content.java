package io.appofapps.devhost.content;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All of this package, composed over one database. */
public record Content(
    Spaces spaces,
    Pages pages,
    Labels labels,
    Restrictions restrictions,
    ContentPermissions permissions) {

  public static Content of(DataSource dataSource, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    Pages pages = new Pages(jdbc, transaction, clock);
    Restrictions restrictions = new Restrictions(jdbc, transaction);
    restrictions.onChange(
        id -> pages.find(id).ifPresent(page -> pages.changed(PageChange.Kind.RESTRICTED, page)));
    return new Content(
        new Spaces(jdbc),
        pages,
        new Labels(jdbc),
        restrictions,
        new ContentPermissions(pages, restrictions));
  }
}
