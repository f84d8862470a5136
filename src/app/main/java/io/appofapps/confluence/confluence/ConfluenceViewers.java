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
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Reader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The person of the request, their groups and what Confluence lets them view. */
@Named
public class ConfluenceViewers implements Viewers {

  private final UserManager users;
  private final UserAccessor accounts;
  private final PermissionManager permissions;
  private final SpaceManager spaces;
  private final LocaleResolver locales;
  private final TimeZoneManager zones;

  @Inject
  public ConfluenceViewers(
      @ComponentImport UserManager users,
      @ComponentImport UserAccessor accounts,
      @ComponentImport PermissionManager permissions,
      @ComponentImport SpaceManager spaces,
      @ComponentImport LocaleResolver locales,
      @ComponentImport TimeZoneManager zones) {
    this.users = users;
    this.accounts = accounts;
    this.permissions = permissions;
    this.spaces = spaces;
    this.locales = locales;
    this.zones = zones;
  }

  @Override
  public Optional<Viewer> current() {
    return Optional.ofNullable(users.getRemoteUserKey())
        .filter(users::isLicensed)
        .flatMap(
            key ->
                Optional.ofNullable(accounts.getExistingUserByKey(key))
                    .map(user -> new Person(key, user)));
  }

  /** Of one request: what Confluence says of a page holds until its end. */
  private final class Person implements Viewer {

    private final UserKey key;
    private final ConfluenceUser user;
    private final Reader reader;
    private final Map<Object, Boolean> seen = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Object, Boolean> edited =
        Collections.synchronizedMap(new IdentityHashMap<>());
    private Set<String> groups;

    private Person(UserKey key, ConfluenceUser user) {
      this.key = key;
      this.user = user;
      this.reader = new Reader(locales.getLocale(), zones.getUserTimeZone(key).toZoneId());
    }

    @Override
    public String key() {
      return key.getStringValue();
    }

    @Override
    public Reader reader() {
      return reader;
    }

    @Override
    public Set<String> groups() {
      if (groups == null) {
        groups = Set.copyOf(accounts.getGroupNamesForUserName(user.getName()));
      }
      return groups;
    }

    @Override
    public boolean seesSpace(String key) {
      Space space = spaces.getSpace(key);
      return space != null && permissions.hasPermission(user, Permission.VIEW, space);
    }

    @Override
    public boolean sees(Object content) {
      return seen.computeIfAbsent(
          content, each -> permissions.hasPermission(user, Permission.VIEW, each));
    }

    @Override
    public boolean edits(Object content) {
      return edited.computeIfAbsent(
          content, each -> permissions.hasPermission(user, Permission.EDIT, each));
    }
  }
}
