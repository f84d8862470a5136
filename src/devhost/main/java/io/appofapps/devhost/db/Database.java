package io.appofapps.devhost.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The host's database, H2 or PostgreSQL; each part of the host keeps its own tables in it. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 20;
  private static final long CONNECTION_LIMIT_MILLIS = 10_000;

  private final HikariDataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  private Database(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Connects; fails with a HikariCP PoolInitializationException when the database is not there. */
  public static Database open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("host");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_LIMIT_MILLIS);
    Database database = new Database(new HikariDataSource(config));
    new SchemaLock(database.dataSource)
        .run(
            () ->
                database
                    .jdbc
                    .sql(
                        "create table if not exists host_schema (area varchar(40) not null,"
                            + " step integer not null, primary key (area, step))")
                    .update());
    return database;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Transactions that the calls of {@link #jdbc()} take part in. */
  public TransactionTemplate transactions() {
    return transactions;
  }

  /**
   * Runs those statements of the area that were not run in this database before, in order.
   *
   * @param area name of the part of the host, for instance {@code user}
   * @param steps statements in the dialect that H2 and PostgreSQL share; only ever appended to
   */
  public void migrate(String area, List<String> steps) {
    for (int step = 0; step < steps.size(); step++) {
      run(area, step, steps.get(step));
    }
  }

  private void run(String area, int step, String statement) {
    try {
      transactions.executeWithoutResult(
          status -> {
            if (!isDone(area, step)) {
              jdbc.sql("insert into host_schema (area, step) values (?, ?)")
                  .params(area, step)
                  .update();
              jdbc.sql(statement).update();
            }
          });
    } catch (DuplicateKeyException e) {
      if (!isDone(area, step)) {
        throw e;
      }
    }
  }

  private boolean isDone(String area, int step) {
    Integer rows =
        jdbc.sql("select count(*) from host_schema where area = ? and step = ?")
            .params(area, step)
            .query(Integer.class)
            .single();
    return Objects.requireNonNull(rows) > 0;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
