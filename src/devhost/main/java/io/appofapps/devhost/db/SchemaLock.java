package io.appofapps.devhost.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Lets one node at a time change the schema or make first content. On PostgreSQL it is an advisory
 * lock of the database, so that a node that dies frees it; an H2 file belongs to one JVM anyway.
 */
public final class SchemaLock {

  private static final long ADVISORY_LOCK = 0x616f_6168_6f73_74L;
  private static final ReentrantLock THIS_JVM = new ReentrantLock();

  private final DataSource dataSource;

  public SchemaLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs alone among all nodes of the database; may be called again from within. */
  public void run(Runnable work) {
    THIS_JVM.lock();
    try {
      if (THIS_JVM.getHoldCount() > 1) {
        work.run();
      } else {
        runAloneInDatabase(work);
      }
    } finally {
      THIS_JVM.unlock();
    }
  }

  private void runAloneInDatabase(Runnable work) {
    if (!isPostgres()) {
      work.run();
      return;
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + ADVISORY_LOCK + ")");
      try {
        work.run();
      } finally {
        statement.execute("select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
      }
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private boolean isPostgres() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private RuntimeException translated(SQLException e) {
    return new SQLExceptionSubclassTranslator().translate("lock of the schema", null, e);
  }
}
