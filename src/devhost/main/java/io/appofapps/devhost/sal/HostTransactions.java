package io.appofapps.devhost.sal;

import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.appofapps.devhost.db.Database;

/** Transactions that the host's own reading and writing of content takes part in. */
public final class HostTransactions implements TransactionTemplate {

  private final Database database;

  public HostTransactions(Database database) {
    this.database = database;
  }

  @Override
  public <T> T execute(TransactionCallback<T> action) {
    return database.transactions().execute(status -> action.doInTransaction());
  }
}
