package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Evidence: base URL and homes used by public apps compiled against Confluence 10.2.13; getVersion
 * long stable, unverified.
 */
public interface ApplicationProperties {
  String getBaseUrl(UrlMode mode);

  Optional<Path> getLocalHomeDirectory();

  Optional<Path> getSharedHomeDirectory();

  String getVersion();

  String getDisplayName();
}
