package com.atlassian.confluence.core;

/** Evidence: implemented by public apps since Confluence 5.x; not seen on 10. */
public interface Modification<T> {
  void modify(T content);
}
