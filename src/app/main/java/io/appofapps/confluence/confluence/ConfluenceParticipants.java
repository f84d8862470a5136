package io.appofapps.confluence.confluence;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import io.appofapps.confluence.promotion.facts.Participant;
import io.appofapps.confluence.promotion.facts.Participants;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks Confluence's users. Somebody without a licence, as a deactivated user is, is not active. */
@Named
public class ConfluenceParticipants implements Participants {

  private final UserAccessor accounts;
  private final UserManager users;

  @Inject
  public ConfluenceParticipants(
      @ComponentImport UserAccessor accounts, @ComponentImport UserManager users) {
    this.accounts = accounts;
    this.users = users;
  }

  @Override
  public Optional<Participant> find(String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    UserKey userKey = new UserKey(key);
    return Optional.ofNullable(accounts.getExistingUserByKey(userKey))
        .map(user -> account(userKey, user));
  }

  private Participant account(UserKey key, ConfluenceUser user) {
    String name = Objects.requireNonNullElse(user.getFullName(), "").strip();
    return new Participant(
        key.getStringValue(),
        name.isEmpty() ? user.getName() : name,
        Objects.requireNonNullElse(user.getEmail(), "").strip(),
        Set.copyOf(accounts.getGroupNamesForUserName(user.getName())),
        users.isLicensed(key));
  }
}
