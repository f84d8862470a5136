package com.atlassian.sal.api.transaction;

/** Evidence: used as a lambda by public apps compiled against Confluence 10. */
public interface TransactionCallback<T> {
  T doInTransaction();
}
