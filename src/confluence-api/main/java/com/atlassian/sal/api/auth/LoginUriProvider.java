package com.atlassian.sal.api.auth;

import java.net.URI;

/** Evidence: called by public apps compiled against Confluence 10. */
public interface LoginUriProvider {
  URI getLoginUri(URI returnUri);
}
