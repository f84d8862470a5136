package com.atlassian.confluence.pages;

/**
 * Evidence: called by public apps compiled against Confluence 10; getPage(long) is left out, it is
 * not seen after 9.5.
 */
public interface PageManager {
  AbstractPage getAbstractPage(long id);

  Page getPage(String spaceKey, String title);
}
