package io.appofapps.confluence.view;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import io.appofapps.confluence.confluence.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.TimeZone;

/** People who ask for pages in tests. */
public final class TestViewers {

  private TestViewers() {}

  public static Viewers licensed() {
    return new Viewers(users(new UserKey("ada"), true), locale(), zone());
  }

  /** Signed in, but without a licence. */
  public static Viewers unlicensed() {
    return new Viewers(users(new UserKey("guest"), false), locale(), zone());
  }

  /** Not signed in. */
  public static Viewers nobody() {
    return new Viewers(users(null, false), locale(), zone());
  }

  /** The user directory fails. */
  public static Viewers broken() {
    LocaleResolver failing =
        () -> {
          throw new IllegalStateException("no user directory");
        };
    return new Viewers(users(new UserKey("ada"), true), failing, zone());
  }

  private static LocaleResolver locale() {
    return () -> Locale.ENGLISH;
  }

  private static TimeZoneManager zone() {
    return new TimeZoneManager() {
      @Override
      public TimeZone getDefaultTimeZone() {
        return TimeZone.getTimeZone("UTC");
      }

      @Override
      public TimeZone getUserTimeZone(UserKey key) {
        return TimeZone.getTimeZone("Europe/Berlin");
      }
    };
  }

  private static UserManager users(UserKey current, boolean licensed) {
    return new UserManager() {
      @Override
      public UserKey getRemoteUserKey() {
        return current;
      }

      @Override
      public UserKey getRemoteUserKey(HttpServletRequest request) {
        return current;
      }

      @Override
      public boolean isAdmin(UserKey key) {
        return false;
      }

      @Override
      public boolean isSystemAdmin(UserKey key) {
        return false;
      }

      @Override
      public boolean isLicensed(UserKey key) {
        return licensed;
      }
    };
  }
}
