package com.atlassian.sal.api.message;

import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;

/**
 * Evidence: long stable, unverified on 10; the second form implemented by Confluence 8 and public
 * apps for it.
 */
public interface LocaleResolver {
  Locale getLocale();

  Locale getLocale(UserKey userKey);
}
