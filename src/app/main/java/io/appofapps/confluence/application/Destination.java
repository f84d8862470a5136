package io.appofapps.confluence.application;

/**
 * Where an Application deploys to; every part is empty when the manifest has none.
 *
 * @param server URL of the Kubernetes API
 * @param name cluster name known to Argo CD
 * @param namespace namespace for namespaced objects that carry none
 */
public record Destination(String server, String name, String namespace) {

  /** No destination at all. */
  public static final Destination NONE = new Destination("", "", "");

  private static final String IN_CLUSTER_SERVER = "https://kubernetes.default.svc";
  private static final String IN_CLUSTER_NAME = "in-cluster";

  /** Whether this is the cluster Argo CD itself runs in, by its default server URL or name. */
  public boolean isInCluster() {
    return IN_CLUSTER_SERVER.equals(server) || IN_CLUSTER_NAME.equals(name);
  }
}
