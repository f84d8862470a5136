package io.appofapps.devhost.content.api;

import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import java.util.Optional;

/** Asks the host's own rules; for targets that it does not know the answer is no. */
public final class HostPermissionManager implements PermissionManager {

  private final Content content;
  private final Accounts accounts;

  public HostPermissionManager(Content content, Accounts accounts) {
    this.content = content;
    this.accounts = accounts;
  }

  @Override
  public boolean hasPermission(ConfluenceUser user, Permission permission, Object target) {
    Optional<Account> account =
        Optional.ofNullable(user).flatMap(who -> accounts.byKey(who.getKey().getStringValue()));
    if (target instanceof Page page) {
      return content
          .pages()
          .find(page.getId())
          .filter(it -> may(account, permission, it))
          .isPresent();
    }
    return target instanceof Space space
        && permission == Permission.VIEW
        && content.permissions().canUse(account)
        && Optional.ofNullable(space.getKey()).flatMap(content.spaces()::find).isPresent();
  }

  /** Everybody who may use the host may add pages to a space. */
  @Override
  public boolean hasCreatePermission(ConfluenceUser user, Object container, Class<?> type) {
    return type == Page.class
        && container instanceof Space space
        && hasPermission(user, Permission.VIEW, space);
  }

  private boolean may(
      Optional<Account> account, Permission permission, io.appofapps.devhost.content.Page page) {
    if (permission == Permission.EDIT) {
      return content.permissions().canEdit(account, page);
    }
    return permission == Permission.VIEW && content.permissions().canView(account, page);
  }
}
