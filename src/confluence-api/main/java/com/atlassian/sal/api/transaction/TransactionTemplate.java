package com.atlassian.sal.api.transaction;

/** Evidence: Javadoc of SAL; used by public apps compiled against Confluence 10. */
public interface TransactionTemplate {
  <T> T execute(TransactionCallback<T> action);
}
