package com.atlassian.sal.api;

/**
 * Evidence: CANONICAL and ABSOLUTE used by public apps compiled against Confluence 10; the others
 * unverified.
 */
public enum UrlMode {
  CANONICAL,
  ABSOLUTE,
  RELATIVE,
  RELATIVE_CANONICAL,
  AUTO
}
