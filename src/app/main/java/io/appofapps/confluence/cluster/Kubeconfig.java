package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ServerRules;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a kubeconfig. Nothing is taken from the environment. It may start programs and point
 * to files only where the server's rules allow it: whoever can write it would otherwise run code in
 * Confluence or read its files.
 */
final class Kubeconfig {

  private static final int MAX_CHARACTERS = 1 << 20;

  private final Config config;

  private Kubeconfig(Config config) {
    this.config = config;
  }

  /** The cluster and user that one context selects. */
  record Selected(Cluster cluster, AuthInfo user) {
    @Override
    public String toString() {
      return "***";
    }
  }

  static Kubeconfig parse(String text, KubernetesSerialization yaml)
      throws UnusableConnectionException {
    if (text.length() > MAX_CHARACTERS) {
      throw new UnusableConnectionException("The kubeconfig is larger than 1 MiB.");
    }
    Config config;
    try {
      config = yaml.unmarshal(text, Config.class);
    } catch (RuntimeException e) {
      // the parser's message may quote the text, which holds credentials
      throw new UnusableConnectionException("The kubeconfig is not valid YAML or JSON.");
    }
    if (config == null) {
      throw new UnusableConnectionException("The kubeconfig is empty.");
    }
    return new Kubeconfig(config);
  }

  /** The name of the current context, empty for none. */
  Optional<String> currentContext() {
    return Optional.ofNullable(config.getCurrentContext()).filter(name -> !name.isEmpty());
  }

  /** All contexts, each with what stands against it under these rules. */
  List<KubeconfigContexts.Choice> contexts(ServerRules rules) {
    return config.getContexts().stream()
        .filter(named -> named.getName() != null && named.getContext() != null)
        .map(named -> info(named, rules))
        .toList();
  }

  private KubeconfigContexts.Choice info(NamedContext named, ServerRules rules) {
    String problem = "";
    try {
      select(Optional.of(named.getName()), rules);
    } catch (UnusableConnectionException e) {
      problem = e.getMessage();
    }
    Context context = named.getContext();
    return new KubeconfigContexts.Choice(
        named.getName(),
        Objects.requireNonNullElse(context.getCluster(), ""),
        Objects.requireNonNullElse(context.getUser(), ""),
        Objects.requireNonNullElse(context.getNamespace(), ""),
        problem);
  }

  /** What the named context, or else the current one, selects. */
  Selected select(Optional<String> wanted, ServerRules rules) throws UnusableConnectionException {
    Context context = context(wanted.or(this::currentContext).orElse(""));
    Selected selected = new Selected(cluster(context), user(context));
    refuseForeignParts(selected, rules);
    return selected;
  }

  private Context context(String name) throws UnusableConnectionException {
    return config.getContexts().stream()
        .filter(candidate -> name.equals(candidate.getName()))
        .map(NamedContext::getContext)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableConnectionException(
                    name.isEmpty()
                        ? "The kubeconfig names no current context: choose one of its contexts."
                        : "The kubeconfig has no context \""
                            + name
                            + "\": choose one of its contexts."));
  }

  private Cluster cluster(Context context) throws UnusableConnectionException {
    return config.getClusters().stream()
        .filter(candidate -> Objects.equals(context.getCluster(), candidate.getName()))
        .map(NamedCluster::getCluster)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new UnusableConnectionException("The kubeconfig's context has no cluster."));
  }

  private AuthInfo user(Context context) {
    return config.getUsers().stream()
        .filter(candidate -> Objects.equals(context.getUser(), candidate.getName()))
        .map(NamedAuthInfo::getUser)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(AuthInfo::new);
  }

  private static void refuseForeignParts(Selected selected, ServerRules rules)
      throws UnusableConnectionException {
    Cluster cluster = selected.cluster();
    AuthInfo user = selected.user();
    if (user.getAuthProvider() != null) {
      throw new UnusableConnectionException(
          "The kubeconfig signs in by an auth-provider, which Kubernetes removed in version 1.26:"
              + " write it anew with your cloud's current tool, or use a service account's token.");
    }
    if (user.getExec() != null && !rules.allowsExec()) {
      throw new UnusableConnectionException(
          "The kubeconfig starts a program to sign in (exec), which is refused: use a service"
              + " account's token instead, or have the server's administrator set allow.exec=true"
              + " in app-of-apps.properties.");
    }
    if (!rules.allowsFiles()
        && isAnySet(
            cluster.getCertificateAuthority(),
            user.getClientCertificate(),
            user.getClientKey(),
            user.getTokenFile())) {
      throw new UnusableConnectionException(
          "The kubeconfig points to other files, which is refused: put certificates and token into"
              + " it (kubectl config view --minify --flatten --raw).");
    }
    if (isAnySet(cluster.getTlsServerName())) {
      throw new UnusableConnectionException(
          "The kubeconfig's tls-server-name is not supported: use a server address that the"
              + " certificate names.");
    }
    if (isAnySet(user.getUsername(), user.getPassword())) {
      throw new UnusableConnectionException(
          "The kubeconfig signs in with user name and password, which Kubernetes removed in version"
              + " 1.19: use a service account's token.");
    }
  }

  private static boolean isAnySet(String... values) {
    return Stream.of(values).anyMatch(value -> value != null && !value.isEmpty());
  }
}
