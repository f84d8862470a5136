package io.appofapps.devhost.web;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;

/** The log-in page, as plugins link to it. */
public final class HostLoginUriProvider implements LoginUriProvider {

  private final String baseUrl;

  public HostLoginUriProvider(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public URI getLoginUri(URI returnUri) {
    return URI.create(
        baseUrl + "/login.action?os_destination=" + LocalUrl.encode(returnUri.toASCIIString()));
  }
}
