package com.atlassian.sal.api.message;

import java.io.Serializable;

/**
 * Evidence: the first form called by public apps compiled against Confluence 10; the second long
 * stable, unverified.
 */
public interface I18nResolver {
  String getText(String key, Serializable... arguments);

  String getText(String key);
}
