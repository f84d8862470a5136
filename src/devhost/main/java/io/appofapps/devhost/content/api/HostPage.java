package io.appofapps.devhost.content.api;

/** A saved page. */
public final class HostPage extends com.atlassian.confluence.pages.Page {

  private final io.appofapps.devhost.content.Page page;

  public HostPage(io.appofapps.devhost.content.Page page) {
    this.page = page;
  }

  @Override
  public long getId() {
    return page.id();
  }

  @Override
  public String getTitle() {
    return page.title();
  }

  @Override
  public String getSpaceKey() {
    return page.spaceKey();
  }
}
