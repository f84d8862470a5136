package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to say when the API server does not want us, or is none. */
final class Refusals {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ConnectionSettings settings;
  private final Access access;
  private final Clock clock;

  Refusals(ConnectionSettings settings, Access access, Clock clock) {
    this.settings = settings;
    this.access = access;
    this.clock = clock;
  }

  /** 401: which credential, and since when it is dead, if it says so itself. */
  FoundException unauthorized() {
    if (access.identity().isPresent()) {
      Instant end = access.identity().get().chain().get(0).getNotAfter().toInstant();
      return refused("client certificate", expired(Optional.of(end)), NEW_CERTIFICATE);
    }
    Optional<String> token = access.tokens().current();
    if (token.isEmpty()) {
      return refused("missing sign-in", "", "Enter a token or a client certificate.");
    }
    String which = settings.signIn().secrets().size() > 1 ? "tokens, both of them" : "token";
    if (settings.signIn() instanceof SignIn.TokenFile) {
      which = "token of the token file";
    }
    return refused(which, expired(Jwt.expires(token.get())), NEW_TOKEN);
  }

  private static final String NEW_TOKEN =
      "Make a new token and enter it: kubectl create token app-of-apps -n argocd --duration=8760h"
          + " (for the ServiceAccount of the manifest), or read the one of its Secret: kubectl get"
          + " secret app-of-apps-token -n argocd -o jsonpath='{.data.token}' | base64 -d. Check"
          + " that it is of this cluster and was copied whole.";

  private static final String NEW_CERTIFICATE =
      "Have a new client certificate issued by this cluster's own authority and enter it with its"
          + " key.";

  private String expired(Optional<Instant> end) {
    return end.filter(moment -> moment.isBefore(clock.instant()))
        .map(moment -> " It expired on " + DATE.format(moment) + ".")
        .orElse("");
  }

  private static FoundException refused(String what, String expired, String remedy) {
    return new FoundException(
        Layer.AUTHENTICATION,
        "The API server does not accept the " + what + " (401)." + expired,
        remedy);
  }

  /** 403 to what everybody may: the impersonation, or an account without any right. */
  FoundException forbidden() {
    if (access.impersonation().isPresent()) {
      return new FoundException(
          Layer.AUTHORIZATION,
          "The account may not impersonate the user "
              + access.impersonation().get().user()
              + " or one of the groups (403: verb impersonate).",
          "Grant it the verb impersonate on users and groups (the manifest of this connection does"
              + " so), or remove the impersonation.");
    }
    return new FoundException(
        Layer.AUTHORIZATION,
        "The API server lets this account see nothing, not even its version (403).",
        "Check that a token or certificate is entered, and that the manifest of this connection is"
            + " applied (kubectl apply -f app-of-apps.yaml).");
  }

  FoundException noApiServer() {
    return new FoundException(
        Layer.ARGOCD,
        "What answers there is not a Kubernetes API server.",
        "Enter the address of the API server (kubectl cluster-info shows it), not that of Argo CD"
            + " or of a dashboard.");
  }

  static FoundException notInstalled() {
    return new FoundException(
        Layer.ARGOCD,
        "Argo CD is not installed in this cluster: it does not know applications.argoproj.io.",
        "Connect the cluster in which Argo CD itself runs; the clusters it deploys to need no"
            + " connection. Check with: kubectl get crd applications.argoproj.io.");
  }

  static FoundException otherVersion(List<String> versions) {
    return new FoundException(
        Layer.ARGOCD,
        "The cluster serves argoproj.io only in the version "
            + String.join(", ", versions.stream().limit(5).toList())
            + "; the app reads v1alpha1.",
        "Update Argo CD's CRDs to those of a supported release, or look for a newer version of this"
            + " app.");
  }

  /** Anything else: an error of the server or of the way to it. */
  FoundException broken(KubernetesClientException e) {
    int code = Math.max(0, e.getCode());
    if (code == 401) {
      return unauthorized();
    }
    if (code >= 300 && code < 400) {
      return new FoundException(
          Layer.ARGOCD,
          "The server answers with a redirect (HTTP " + code + "), which is not followed.",
          "Enter the address of the API server itself (kubectl cluster-info shows it).");
    }
    if (code == 0) {
      return new FoundException(
          Layer.TCP,
          "The connection broke before the server answered: " + Failure.network(e),
          "Test again; if it stays so, look at the API server's log and at what stands between.");
    }
    return new FoundException(
        Layer.ARGOCD,
        "The server answers with an error (HTTP " + code + ").",
        code == 429
            ? "It is asked too much just now: test again in a minute."
            : "Look at the API server's own log.");
  }
}
