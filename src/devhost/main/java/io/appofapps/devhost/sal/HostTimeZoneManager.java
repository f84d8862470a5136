package io.appofapps.devhost.sal;

import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import java.util.TimeZone;

/** Everybody has the time zone of the host: it has no user preferences. */
public final class HostTimeZoneManager implements TimeZoneManager {

  @Override
  public TimeZone getDefaultTimeZone() {
    return TimeZone.getDefault();
  }

  @Override
  public TimeZone getUserTimeZone(UserKey key) {
    return getDefaultTimeZone();
  }
}
