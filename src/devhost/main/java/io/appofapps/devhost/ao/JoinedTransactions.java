package io.appofapps.devhost.ao;

import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.SQLException;
import net.java.ao.EntityManager;
import net.java.ao.Transaction;

/**
 * Transactions of one plugin. The library cannot nest them; in the product a transaction inside
 * another joins it, and when it fails the whole is rolled back, even if somebody caught the failure
 * (Spring's {@code PROPAGATION_REQUIRED}).
 */
final class JoinedTransactions {

  private final EntityManager manager;
  private final ThreadLocal<Open> open = new ThreadLocal<>();

  JoinedTransactions(EntityManager manager) {
    this.manager = manager;
  }

  /** The transaction that the thread is in. */
  private static final class Open {
    private boolean failed;
  }

  <T> T run(TransactionCallback<T> callback) throws SQLException {
    Open outer = open.get();
    return outer == null ? begin(callback) : join(outer, callback);
  }

  private <T> T begin(TransactionCallback<T> callback) throws SQLException {
    Open mine = new Open();
    open.set(mine);
    try {
      return new Transaction<T>(manager) {
        @Override
        protected T run() {
          T result = callback.doInTransaction();
          if (mine.failed) {
            throw new IllegalStateException(
                "The transaction is rolled back, because one inside it failed");
          }
          return result;
        }
      }.execute();
    } finally {
      open.remove();
    }
  }

  private static <T> T join(Open outer, TransactionCallback<T> callback) {
    boolean done = false;
    try {
      T result = callback.doInTransaction();
      done = true;
      return result;
    } finally {
      outer.failed |= !done;
    }
  }
}
