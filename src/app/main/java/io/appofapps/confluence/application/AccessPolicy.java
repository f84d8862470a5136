package io.appofapps.confluence.application;

/**
 * Argo CD's access policy of one control-plane namespace: its ConfigMap {@code argocd-rbac-cm}.
 *
 * @param key connection, namespace and name of the ConfigMap
 * @param csv {@code policy.csv} and, by name, every {@code policy.*.csv} after it
 * @param defaultRole {@code policy.default}, empty for none
 * @param scopes {@code scopes} as written, empty for Argo CD's default
 * @param matchMode {@code policy.matchMode}, empty for Argo CD's default
 */
public record AccessPolicy(
    ApplicationKey key, String csv, String defaultRole, String scopes, String matchMode) {

  /** Name of the ConfigMap. */
  public static final String CONFIG_MAP = "argocd-rbac-cm";
}
