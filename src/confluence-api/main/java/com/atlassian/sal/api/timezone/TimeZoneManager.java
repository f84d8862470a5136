package com.atlassian.sal.api.timezone;

import com.atlassian.sal.api.user.UserKey;
import java.util.TimeZone;

/**
 * Evidence: getDefaultTimeZone used by public apps compiled against Confluence 10; the user form
 * unverified.
 */
public interface TimeZoneManager {
  TimeZone getDefaultTimeZone();

  TimeZone getUserTimeZone(UserKey key);
}
