package io.appofapps.confluence.confluence;

import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.user.Group;
import io.appofapps.confluence.promotion.notice.Colleagues;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Reader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Confluence's users beside the one who asks, on the app's own threads: each question is one
 * transaction, because permissions are read within.
 */
@Named
public class ConfluenceColleagues implements Colleagues {

  private final UserManager users;
  private final UserAccessor accounts;
  private final PermissionManager permissions;
  private final SpaceManager spaces;
  private final LocaleResolver locales;
  private final TimeZoneManager zones;
  private final TransactionTemplate transactions;

  @Inject
  public ConfluenceColleagues(
      @ComponentImport UserManager users,
      @ComponentImport UserAccessor accounts,
      @ComponentImport PermissionManager permissions,
      @ComponentImport SpaceManager spaces,
      @ComponentImport LocaleResolver locales,
      @ComponentImport TimeZoneManager zones,
      @ComponentImport TransactionTemplate transactions) {
    this.users = users;
    this.accounts = accounts;
    this.permissions = permissions;
    this.spaces = spaces;
    this.locales = locales;
    this.zones = zones;
    this.transactions = transactions;
  }

  @Override
  public Optional<Viewer> find(String key) {
    return key.isEmpty() ? Optional.empty() : transactions.execute(() -> viewer(new UserKey(key)));
  }

  private Optional<Viewer> viewer(UserKey key) {
    ConfluenceUser user = users.isLicensed(key) ? accounts.getExistingUserByKey(key) : null;
    return Optional.ofNullable(user)
        .map(
            known ->
                new Colleague(
                    known,
                    new Reader(locales.getLocale(key), zones.getUserTimeZone(key).toZoneId()),
                    Set.copyOf(accounts.getGroupNamesForUserName(known.getName()))));
  }

  @Override
  public List<String> members(String group, int most) {
    return transactions.execute(
        () -> {
          Group found = accounts.getGroup(group);
          return found == null
              ? List.of()
              : accounts.getMemberNamesAsList(found).stream()
                  .limit(most)
                  .flatMap(name -> Optional.ofNullable(accounts.getUserByName(name)).stream())
                  .map(user -> user.getKey().getStringValue())
                  .toList();
        });
  }

  private final class Colleague implements Viewer {

    private final ConfluenceUser user;
    private final Reader reader;
    private final Set<String> groups;

    private Colleague(ConfluenceUser user, Reader reader, Set<String> groups) {
      this.user = user;
      this.reader = reader;
      this.groups = groups;
    }

    @Override
    public String key() {
      return user.getKey().getStringValue();
    }

    @Override
    public Reader reader() {
      return reader;
    }

    @Override
    public Set<String> groups() {
      return groups;
    }

    @Override
    public boolean seesSpace(String key) {
      return asked(
          () -> {
            Space space = spaces.getSpace(key);
            return space != null && permissions.hasPermission(user, Permission.VIEW, space);
          });
    }

    @Override
    public boolean sees(Object content) {
      return asked(() -> permissions.hasPermission(user, Permission.VIEW, content));
    }

    @Override
    public boolean edits(Object content) {
      return asked(() -> permissions.hasPermission(user, Permission.EDIT, content));
    }

    private boolean asked(Supplier<Boolean> question) {
      return transactions.execute(question::get);
    }
  }
}
