package io.appofapps.confluence.confluence;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.confluence.sight.Account;
import io.appofapps.confluence.sight.Accounts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;

/** Confluence's accounts, with the groups of now. */
@Named
public class ConfluenceAccounts implements Accounts {

  private final UserAccessor accounts;

  @Inject
  public ConfluenceAccounts(@ComponentImport UserAccessor accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Account> find(String nameOrKey) {
    return Optional.ofNullable(accounts.getUserByName(nameOrKey))
        .or(() -> Optional.ofNullable(accounts.getExistingUserByKey(new UserKey(nameOrKey))))
        .map(this::account);
  }

  private Account account(ConfluenceUser user) {
    String name = user.getName();
    return new Account(
        user.getKey().getStringValue(),
        name,
        user.getFullName() == null ? name : user.getFullName(),
        Set.copyOf(accounts.getGroupNamesForUserName(name)));
  }
}
