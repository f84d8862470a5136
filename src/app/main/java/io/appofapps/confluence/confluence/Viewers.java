package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import io.appofapps.confluence.view.Reader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Who may see trees: signed-in people with a licence. Macro, exports and REST all ask here, so that
 * none can show more than another.
 */
@Named
public class Viewers {

  private final UserManager users;
  private final LocaleResolver locales;
  private final TimeZoneManager zones;

  @Inject
  public Viewers(
      @ComponentImport UserManager users,
      @ComponentImport LocaleResolver locales,
      @ComponentImport TimeZoneManager zones) {
    this.users = users;
    this.locales = locales;
    this.zones = zones;
  }

  /** Language and time zone of the person of this request; empty when they may not see trees. */
  public Optional<Reader> current() {
    return Optional.ofNullable(users.getRemoteUserKey())
        .filter(users::isLicensed)
        .map(this::reader);
  }

  private Reader reader(UserKey key) {
    return new Reader(locales.getLocale(), zones.getUserTimeZone(key).toZoneId());
  }
}
