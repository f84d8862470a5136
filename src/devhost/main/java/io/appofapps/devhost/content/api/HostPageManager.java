package io.appofapps.devhost.content.api;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import io.appofapps.devhost.content.Pages;

/** Finds pages without asking for permission, as the product's does; null when there is none. */
public final class HostPageManager implements PageManager {

  private final Pages pages;

  public HostPageManager(Pages pages) {
    this.pages = pages;
  }

  @Override
  public AbstractPage getAbstractPage(long id) {
    return pages.find(id).map(HostPage::new).orElse(null);
  }

  @Override
  public Page getPage(String spaceKey, String title) {
    return pages.find(spaceKey, title).map(HostPage::new).orElse(null);
  }
}
