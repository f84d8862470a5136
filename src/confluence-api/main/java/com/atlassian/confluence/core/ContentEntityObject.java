package com.atlassian.confluence.core;

import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.security.ContentPermissionSet;
import com.atlassian.confluence.user.ConfluenceUser;
import java.util.Date;
import java.util.List;

/**
 * Evidence: Javadoc of Confluence 3.5; the id since 2.x; version and modifier in public apps
 * compiled against 10; isLatestVersion by Versioned, Javadoc of Confluence 2.3. Members of its
 * supertypes are declared here.
 */
public abstract class ContentEntityObject {
  public long getId() {
    throw new AssertionError("declaration only");
  }

  public String getTitle() {
    throw new AssertionError("declaration only");
  }

  public void setTitle(String title) {
    throw new AssertionError("declaration only");
  }

  public String getBodyAsString() {
    throw new AssertionError("declaration only");
  }

  public void setBodyAsString(String body) {
    throw new AssertionError("declaration only");
  }

  public int getVersion() {
    throw new AssertionError("declaration only");
  }

  public boolean isLatestVersion() {
    throw new AssertionError("declaration only");
  }

  public ConfluenceUser getLastModifier() {
    throw new AssertionError("declaration only");
  }

  public Date getLastModificationDate() {
    throw new AssertionError("declaration only");
  }

  public List<Label> getLabels() {
    throw new AssertionError("declaration only");
  }

  public boolean isDeleted() {
    throw new AssertionError("declaration only");
  }

  public String getUrlPath() {
    throw new AssertionError("declaration only");
  }

  public ContentPermissionSet getContentPermissionSet(String permission) {
    throw new AssertionError("declaration only");
  }
}
