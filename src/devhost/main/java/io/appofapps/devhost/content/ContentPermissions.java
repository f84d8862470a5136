package io.appofapps.devhost.content;

import io.appofapps.devhost.user.Account;
import java.util.List;
import java.util.Optional;

/**
 * Who may see and change what, by Confluence's rules: a view restriction holds for the page and all
 * pages below it, an edit restriction for the page alone; editing needs viewing; administrators
 * pass every restriction. Without an account, or without a licence, nothing is allowed.
 */
public final class ContentPermissions {

  private final Pages pages;
  private final Restrictions restrictions;

  public ContentPermissions(Pages pages, Restrictions restrictions) {
    this.pages = pages;
    this.restrictions = restrictions;
  }

  /** Whether the account may use the host at all. */
  public boolean canUse(Optional<Account> account) {
    return account.filter(Account::licensed).isPresent();
  }

  public boolean canView(Optional<Account> account, Page page) {
    return page.status() == PageStatus.CURRENT
        && passes(account, page, Restriction.Kind.VIEW)
        && pages.ancestors(page).stream()
            .allMatch(above -> passes(account, above, Restriction.Kind.VIEW));
  }

  public boolean canEdit(Optional<Account> account, Page page) {
    return canView(account, page) && passes(account, page, Restriction.Kind.EDIT);
  }

  /** Those of the pages that the account may see, in their order. */
  public List<Page> visible(Optional<Account> account, List<Page> candidates) {
    return candidates.stream().filter(page -> canView(account, page)).toList();
  }

  private boolean passes(Optional<Account> account, Page page, Restriction.Kind kind) {
    return account
        .filter(Account::licensed)
        .filter(who -> who.isAdministrator() || restrictions.of(page.id(), kind).allows(who))
        .isPresent();
  }
}
