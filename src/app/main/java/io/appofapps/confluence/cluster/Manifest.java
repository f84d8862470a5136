package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The account that the app needs in a cluster, with exactly the rights it uses: a ServiceAccount, a
 * token for it, and roles that may only look.
 */
public final class Manifest {

  private static final String NAME = "app-of-apps";
  private static final String DEFAULT_NAMESPACE = "argocd";
  private static final String RBAC = "rbac.authorization.k8s.io";

  private final ConnectionSettings settings;
  private final String home;
  private final StringBuilder yaml = new StringBuilder();

  private Manifest(ConnectionSettings settings) {
    this.settings = settings;
    this.home = settings.namespaces().stream().findFirst().orElse(DEFAULT_NAMESPACE);
  }

  /**
   * YAML for {@code kubectl apply -f}.
   *
   * @param projectRoles whether a deployment set or promotion asks for Argo CD's roles, which stand
   *     in the ConfigMap {@code argocd-rbac-cm}
   */
  public static String yaml(ConnectionSettings settings, boolean projectRoles) {
    Manifest manifest = new Manifest(settings);
    manifest.account();
    manifest.reading();
    if (projectRoles) {
      manifest.projectRoles();
    }
    settings.impersonation().ifPresent(manifest::impersonation);
    return manifest.yaml.toString();
  }

  private void account() {
    yaml.append(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: %1$s, namespace: %2$s}
        ---
        # kubectl get secret %1$s-token -n %2$s -o jsonpath='{.data.token}' | base64 -d
        apiVersion: v1
        kind: Secret
        type: kubernetes.io/service-account-token
        metadata:
          name: %1$s-token
          namespace: %2$s
          annotations: {kubernetes.io/service-account.name: %1$s}
        """
            .formatted(NAME, home));
  }

  private void reading() {
    String rule =
        """
          - apiGroups: [argoproj.io]
            resources: [%s]
            verbs: [list, watch]
        """
            .formatted(
                Rights.KINDS.stream().map(WatchedKind::plural).collect(Collectors.joining(", ")));
    if (settings.namespaces().isEmpty()) {
      role(Optional.empty(), NAME, rule, reader());
    }
    settings.namespaces().forEach(each -> role(Optional.of(each), NAME, rule, reader()));
  }

  private void projectRoles() {
    role(
        Optional.of(home),
        NAME + "-rbac",
        """
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [argocd-rbac-cm]
            verbs: [get]
        """,
        reader());
  }

  private void impersonation(Impersonation other) {
    StringBuilder rules = new StringBuilder();
    rules.append(impersonate("users", List.of(other.user())));
    if (!other.groups().isEmpty()) {
      rules.append(impersonate("groups", other.groups()));
    }
    role(Optional.empty(), NAME + "-impersonation", rules.toString(), account(home));
  }

  private static String impersonate(String resource, List<String> names) {
    return """
          - apiGroups: [""]
            resources: [%s]
            resourceNames: [%s]
            verbs: [impersonate]
        """
        .formatted(
            resource, names.stream().map(Manifest::quoted).collect(Collectors.joining(", ")));
  }

  /** Reads are made as the impersonated user, so that is who needs the rights. */
  private String reader() {
    return settings
        .impersonation()
        .map(other -> "{kind: User, apiGroup: " + RBAC + ", name: " + quoted(other.user()) + "}")
        .orElse(account(home));
  }

  private static String account(String namespace) {
    return "{kind: ServiceAccount, name: " + NAME + ", namespace: " + namespace + "}";
  }

  private void role(Optional<String> namespace, String name, String rules, String subject) {
    String kind = namespace.isPresent() ? "Role" : "ClusterRole";
    String place = namespace.map(each -> ", namespace: " + each).orElse("");
    yaml.append(
        """
        ---
        apiVersion: %4$s/v1
        kind: %1$s
        metadata: {name: %2$s%3$s}
        rules:
        %5$s---
        apiVersion: %4$s/v1
        kind: %1$sBinding
        metadata: {name: %2$s%3$s}
        roleRef: {apiGroup: %4$s, kind: %1$s, name: %2$s}
        subjects:
          - %6$s
        """
            .formatted(kind, name, place, RBAC, rules, subject));
  }

  /** JSON's strings are YAML's too. */
  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
