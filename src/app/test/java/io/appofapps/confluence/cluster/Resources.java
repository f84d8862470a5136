package io.appofapps.confluence.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Argo CD's resources from YAML. */
final class Resources {

  private Resources() {}

  /** An Application named so in namespace argocd with the rest of its top level. */
  static GenericKubernetesResource application(String name, String rest) {
    return parse("Application", name, rest);
  }

  static GenericKubernetesResource parse(String kind, String name, String rest) {
    return Serialization.unmarshal(
        "apiVersion: argoproj.io/v1alpha1\nkind: "
            + kind
            + "\nmetadata: {name: \""
            + name
            + "\", namespace: argocd}\n"
            + rest,
        GenericKubernetesResource.class);
  }

  /** An Application with a health. */
  static GenericKubernetesResource withHealth(String name, String health) {
    return application(
        name, "spec: {project: default}\nstatus: {health: {status: " + health + "}}");
  }
}
