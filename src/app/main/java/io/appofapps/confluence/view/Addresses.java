package io.appofapps.confluence.view;

/** Where this server's own pages and resources are. */
@FunctionalInterface
public interface Addresses {

  /** Path under which Confluence lives, without a slash at its end; empty for the root. */
  String contextPath();
}
