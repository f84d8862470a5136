package io.appofapps.confluence.set;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.cluster.WebAddress;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.ConnectionSettings;
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

  private final ConfigurationReader configuration;

  @Inject
  public ArgoCdLinks(ConfigurationReader configuration) {
    this.configuration = configuration;
  }

  /**
   * Address of the Application's page in Argo CD, always http or https; empty when neither the
   * Application nor the configuration name an Argo CD. A managed-by address that is not a web
   * address gives no link at all: the configured Argo CD would be the wrong one.
   */
  public Optional<String> applicationUrl(ApplicationKey key, Application application) {
    String managedBy = application.annotations().getOrDefault(MANAGED_BY_URL, "").strip();
    Optional<URI> base =
        managedBy.isEmpty()
            ? configuration
                .current()
                .connection(key.connection())
                .flatMap(ConnectionSettings::argoCdUrl)
            : WebAddress.parse(managedBy);
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
