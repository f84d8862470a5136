package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.appofapps.confluence.view.Addresses;
import io.appofapps.confluence.view.SiteAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks the host. */
@Named
public class ConfluenceAddresses implements Addresses, SiteAddress {

  private final ApplicationProperties application;

  @Inject
  public ConfluenceAddresses(@ComponentImport ApplicationProperties application) {
    this.application = application;
  }

  @Override
  public String contextPath() {
    return application.getBaseUrl(UrlMode.RELATIVE);
  }

  @Override
  public String base() {
    return application.getBaseUrl(UrlMode.CANONICAL).replaceAll("/+$", "");
  }
}
