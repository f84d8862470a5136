package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoCdLinksTest {

  private static final ApplicationKey KEY = new ApplicationKey("default", "argocd", "shop");

  private final TestConfiguration configuration = new TestConfiguration();
  private final ArgoCdLinks links = new ArgoCdLinks(configuration);

  @Test
  void withoutAnAddressThereIsNoLink() {
    assertThat(links.applicationUrl(KEY, Application.unknown(KEY))).isEmpty();
  }

  @Test
  void theConfiguredArgoCdIsLinkedForItsOwnConnectionOnly() {
    configure("https://argocd.example.com/base/");

    assertThat(links.applicationUrl(KEY, Application.unknown(KEY)))
        .contains("https://argocd.example.com/base/applications/argocd/shop");
    ApplicationKey other = new ApplicationKey("other", "argocd", "shop");
    assertThat(links.applicationUrl(other, Application.unknown(other))).isEmpty();
  }

  @Test
  void theArgoCdThatManagesTheApplicationWins() {
    configure("https://argocd.example.com");

    assertThat(links.applicationUrl(KEY, managedBy("https://other.example.com")))
        .contains("https://other.example.com/applications/argocd/shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example.com",
        "https://user:pass@evil.example.com",
        "https://evil.example.com/?q=",
        "https://evil.example.com/#",
        "not an address"
      })
  void whatIsNoPlainWebAddressGivesNoLink(String address) {
    configure("https://argocd.example.com");

    assertThat(links.applicationUrl(KEY, managedBy(address))).isEmpty();
  }

  @Test
  void namesCannotLeaveTheirPlaceInThePath() {
    configure("https://argocd.example.com");
    ApplicationKey key = new ApplicationKey("default", "argocd", "../a b\"<script>");

    assertThat(links.applicationUrl(key, Application.unknown(key)))
        .contains("https://argocd.example.com/applications/argocd/..%2Fa%20b%22%3Cscript%3E");
  }

  private void configure(String url) {
    ConnectionSettings plain =
        TestConfiguration.connection(
            "default", Optional.empty(), new SignIn.InCluster(), List.of());
    configuration.set(
        new ConnectionSettings(
            plain.id(),
            plain.name(),
            plain.server(),
            plain.caCertificates(),
            plain.insecureTls(),
            plain.proxy(),
            plain.signIn(),
            plain.impersonation(),
            plain.namespaces(),
            Optional.of(URI.create(url)),
            plain.paused()));
  }

  private static Application managedBy(String address) {
    GenericKubernetesResource resource = Resources.application("shop", "");
    resource.getMetadata().setAnnotations(Map.of("argocd.argoproj.io/managed-by-url", address));
    return ApplicationDecoder.decode("default", resource);
  }
}
