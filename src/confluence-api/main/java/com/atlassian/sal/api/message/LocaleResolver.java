package com.atlassian.sal.api.message;

import java.util.Locale;

/** Evidence: long stable, unverified on 10. */
public interface LocaleResolver {
  Locale getLocale();
}
