package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster and user that one context of a kubeconfig selects. Nothing is taken from the
 * environment, and a kubeconfig may neither start programs nor point to other files: whoever can
 * write it would otherwise run code in Confluence or read its files.
 *
 * @param cluster the API server and how to trust it
 * @param user inline credentials
 */
record Kubeconfig(Cluster cluster, AuthInfo user) {

  private static final long MAX_BYTES = 1 << 20;

  static Kubeconfig read(Path file, Optional<String> context, KubernetesSerialization yaml)
      throws UnusableKubeconfigException {
    Config config = parse(file, yaml);
    Context selected = context(config, context);
    Cluster cluster = cluster(config, selected);
    AuthInfo user = user(config, selected);
    requireWebServer(cluster);
    refuseForeignParts(cluster, user);
    return new Kubeconfig(cluster, user);
  }

  private static Config parse(Path file, KubernetesSerialization yaml)
      throws UnusableKubeconfigException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UnusableKubeconfigException("The kubeconfig is larger than 1 MiB.");
      }
      Config config = yaml.unmarshal(Files.readString(file), Config.class);
      if (config != null) {
        return config;
      }
    } catch (IOException e) {
      throw new UnusableKubeconfigException(
          "The kubeconfig cannot be read: check that the path in app-of-apps.properties is right"
              + " and that Confluence's own account may read the file.");
    } catch (RuntimeException e) {
      // the parser's message may quote the file, which holds credentials
      throw new UnusableKubeconfigException("The kubeconfig is not valid YAML or JSON.");
    }
    throw new UnusableKubeconfigException("The kubeconfig is empty.");
  }

  private static Context context(Config config, Optional<String> wanted)
      throws UnusableKubeconfigException {
    String name =
        wanted.orElseGet(() -> Objects.requireNonNullElse(config.getCurrentContext(), ""));
    return config.getContexts().stream()
        .filter(candidate -> name.equals(candidate.getName()))
        .map(NamedContext::getContext)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableKubeconfigException(
                    "The kubeconfig has no context \""
                        + name
                        + "\": name one that exists with"
                        + " \"context\" in app-of-apps.properties."));
  }

  private static Cluster cluster(Config config, Context context)
      throws UnusableKubeconfigException {
    return config.getClusters().stream()
        .filter(candidate -> Objects.equals(context.getCluster(), candidate.getName()))
        .map(NamedCluster::getCluster)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new UnusableKubeconfigException("The kubeconfig's context has no cluster."));
  }

  private static AuthInfo user(Config config, Context context) {
    return config.getUsers().stream()
        .filter(candidate -> Objects.equals(context.getUser(), candidate.getName()))
        .map(NamedAuthInfo::getUser)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(AuthInfo::new);
  }

  private static void requireWebServer(Cluster cluster) throws UnusableKubeconfigException {
    String server = Objects.requireNonNullElse(cluster.getServer(), "");
    URI address =
        WebAddress.parse(server)
            .orElseThrow(
                () ->
                    new UnusableKubeconfigException(
                        "The kubeconfig's server must be an http:// or https:// address."));
    if (address.getHost().startsWith("169.254.")
        || address.getHost().toLowerCase(Locale.ROOT).startsWith("[fe80:")) {
      throw new UnusableKubeconfigException(
          "The kubeconfig's server is a link-local address, which is refused.");
    }
  }

  private static void refuseForeignParts(Cluster cluster, AuthInfo user)
      throws UnusableKubeconfigException {
    if (user.getExec() != null || user.getAuthProvider() != null) {
      throw new UnusableKubeconfigException(
          "The kubeconfig starts a program to sign in (exec or auth-provider), which is refused:"
              + " use a service account's token instead.");
    }
    if (isAnySet(
        cluster.getCertificateAuthority(),
        user.getClientCertificate(),
        user.getClientKey(),
        user.getTokenFile())) {
      throw new UnusableKubeconfigException(
          "The kubeconfig points to other files, which is refused: put certificates and token into"
              + " it (kubectl config view --minify --flatten --raw).");
    }
    if (isAnySet(cluster.getTlsServerName())) {
      throw new UnusableKubeconfigException(
          "The kubeconfig's tls-server-name is not supported: use a server address that the"
              + " certificate names.");
    }
  }

  private static boolean isAnySet(String... values) {
    return Stream.of(values).anyMatch(value -> value != null && !value.isEmpty());
  }
}
