package io.appofapps.confluence.confluence;

import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.confluence.view.People;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Asks Confluence's users. */
@Named
public class ConfluencePeople implements People {

  private final UserAccessor accounts;

  @Inject
  public ConfluencePeople(@ComponentImport UserAccessor accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<String> name(String key) {
    return key.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(accounts.getExistingUserByKey(new UserKey(key)))
            .map(user -> user.getFullName() == null ? user.getName() : user.getFullName());
  }
}
