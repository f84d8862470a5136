package com.atlassian.sal.api.message;

import java.io.Serializable;
import java.util.Locale;

/**
 * Evidence: the first form called by public apps compiled against Confluence 10; the second long
 * stable, unverified; the third implemented by Confluence 8 and public apps for it.
 */
public interface I18nResolver {
  String getText(String key, Serializable... arguments);

  String getText(String key);

  String getText(Locale locale, String key, Serializable... arguments);
}
