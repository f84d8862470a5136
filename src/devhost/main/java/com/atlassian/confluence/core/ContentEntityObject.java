package com.atlassian.confluence.core;

import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.security.ContentPermissionSet;
import com.atlassian.confluence.user.ConfluenceUser;
import java.util.Date;
import java.util.List;

/** The host's implementation: content that was never read from the database. */
public abstract class ContentEntityObject {
  private String title;
  private String body = "";
  private long id;

  /** 0 until it was saved. */
  public long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getBodyAsString() {
    return body;
  }

  public void setBodyAsString(String body) {
    this.body = body;
  }

  public int getVersion() {
    return 1;
  }

  public boolean isLatestVersion() {
    return true;
  }

  public ConfluenceUser getLastModifier() {
    return null;
  }

  public Date getLastModificationDate() {
    return null;
  }

  public List<Label> getLabels() {
    return List.of();
  }

  public boolean isDeleted() {
    return false;
  }

  public String getUrlPath() {
    return "";
  }

  /**
   * @return null without such a restriction
   */
  public ContentPermissionSet getContentPermissionSet(String permission) {
    return null;
  }
}
