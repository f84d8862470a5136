package io.appofapps.confluence.set;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.cluster.CurrentSettings;
import io.appofapps.confluence.cluster.WebAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Deep links into Argo CD's own user interface. */
@Named
public class ArgoCdLinks {

  /** Argo CD's annotation for an Application that another Argo CD instance manages. */
  private static final String MANAGED_BY_URL = "argocd.argoproj.io/managed-by-url";

  private final CurrentSettings settings;

  @Inject
  public ArgoCdLinks(CurrentSettings settings) {
    this.settings = settings;
  }

  /**
   * Address of the Application's page in Argo CD, always http or https; empty when neither the
   * Application nor the settings name an Argo CD. A managed-by address that is not a web address
   * gives no link at all: the configured Argo CD would be the wrong one.
   */
  public Optional<String> applicationUrl(ApplicationKey key, Application application) {
    String managedBy = application.annotations().getOrDefault(MANAGED_BY_URL, "").strip();
    Optional<URI> base =
        managedBy.isEmpty() ? settings.argoCdUrl(key.connection()) : WebAddress.parse(managedBy);
    return base.map(
        uri ->
            withoutTrailingSlash(uri)
                + "/applications/"
                + segment(key.namespace())
                + "/"
                + segment(key.name()));
  }

  private static String withoutTrailingSlash(URI uri) {
    return uri.toString().replaceAll("/+$", "");
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
