package io.appofapps.devhost.content.api;

import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.security.ContentPermissionSet;
import com.atlassian.confluence.user.ConfluenceUser;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.PageStatus;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.HostConfluenceUser;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A saved page as it was when somebody loaded it; what belongs to it is loaded once. */
public final class HostPage extends com.atlassian.confluence.pages.Page {

  private final io.appofapps.devhost.content.Page page;
  private final Content content;
  private final Accounts accounts;
  private final Map<Restriction.Kind, Restriction> restrictions = new ConcurrentHashMap<>();
  private volatile Boolean latest;

  public HostPage(io.appofapps.devhost.content.Page page, Content content, Accounts accounts) {
    this.page = page;
    this.content = content;
    this.accounts = accounts;
    setTitle(page.title());
    setBodyAsString(page.body());
  }

  @Override
  public long getId() {
    return page.id();
  }

  @Override
  public String getSpaceKey() {
    return page.spaceKey();
  }

  @Override
  public int getVersion() {
    return page.version();
  }

  @Override
  public boolean isLatestVersion() {
    if (latest == null) {
      latest =
          content.pages().find(page.id()).stream()
              .allMatch(current -> current.version() == page.version());
    }
    return latest;
  }

  @Override
  public ConfluenceUser getLastModifier() {
    return accounts.byName(page.latest().by().user()).map(HostConfluenceUser::new).orElse(null);
  }

  @Override
  public Date getLastModificationDate() {
    return Date.from(page.latest().by().at());
  }

  @Override
  public List<Label> getLabels() {
    return content.labels().of(page.id()).stream().map(Label::new).toList();
  }

  @Override
  public boolean isDeleted() {
    return page.status() == PageStatus.TRASHED;
  }

  @Override
  public String getUrlPath() {
    return "/pages/viewpage.action?pageId=" + page.id();
  }

  @Override
  public ContentPermissionSet getContentPermissionSet(String permission) {
    Restriction restriction =
        switch (permission) {
          case "View" -> restriction(Restriction.Kind.VIEW);
          case "Edit" -> restriction(Restriction.Kind.EDIT);
          default -> Restriction.NONE;
        };
    return restriction.isNone()
        ? null
        : new HostPermissionSet(restriction.groups().stream().sorted().toList());
  }

  private Restriction restriction(Restriction.Kind kind) {
    return restrictions.computeIfAbsent(kind, each -> content.restrictions().of(page.id(), each));
  }

  @Override
  public com.atlassian.confluence.pages.Page getParent() {
    return page.parent().isPresent()
        ? content
            .pages()
            .find(page.parent().getAsLong())
            .map(parent -> new HostPage(parent, content, accounts))
            .orElse(null)
        : null;
  }
}
