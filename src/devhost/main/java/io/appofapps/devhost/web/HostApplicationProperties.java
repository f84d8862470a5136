package io.appofapps.devhost.web;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.nio.file.Path;
import java.util.Optional;

/** What plugins may know of the installation. */
public final class HostApplicationProperties implements ApplicationProperties {

  /** The line of Confluence whose contract the host plays. */
  private static final String VERSION = "10.2.0";

  private final String baseUrl;
  private final Path home;
  private final Path sharedHome;

  public HostApplicationProperties(String baseUrl, Path home, Path sharedHome) {
    this.baseUrl = baseUrl;
    this.home = home;
    this.sharedHome = sharedHome;
  }

  @Override
  public String getBaseUrl(UrlMode mode) {
    return switch (mode) {
      case CANONICAL, ABSOLUTE -> baseUrl;
      case RELATIVE, RELATIVE_CANONICAL -> WebServer.CONTEXT_PATH;
      case AUTO -> CurrentRequest.get().isPresent() ? WebServer.CONTEXT_PATH : baseUrl;
    };
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(home);
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Optional.of(sharedHome);
  }

  @Override
  public String getVersion() {
    return VERSION;
  }

  @Override
  public String getDisplayName() {
    return "Confluence";
  }
}
