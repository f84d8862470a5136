package io.appofapps.democluster;

import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.List;

/**
 * The three custom resources of Argo CD that the app reads. None has a status subresource here (a
 * real ApplicationSet has one), because the demo writes objects whole, with the status that a
 * controller would write.
 */
public final class ArgoResources {
  public static final CustomResourceDefinitionContext APPLICATION =
      context("applications", "Application");
  public static final CustomResourceDefinitionContext APPLICATION_SET =
      context("applicationsets", "ApplicationSet");
  public static final CustomResourceDefinitionContext APP_PROJECT =
      context("appprojects", "AppProject");
  public static final List<CustomResourceDefinitionContext> ALL =
      List.of(APPLICATION, APPLICATION_SET, APP_PROJECT);

  private ArgoResources() {}

  /**
   * @param kind kind of one of the three resources
   * @return its definition
   * @throws IllegalArgumentException for any other kind
   */
  static CustomResourceDefinitionContext ofKind(String kind) {
    return ALL.stream()
        .filter(context -> context.getKind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of Argo CD: " + kind));
  }

  private static CustomResourceDefinitionContext context(String plural, String kind) {
    return new CustomResourceDefinitionContext.Builder()
        .withGroup("argoproj.io")
        .withVersion("v1alpha1")
        .withPlural(plural)
        .withKind(kind)
        .withScope("Namespaced")
        .withStatusSubresource(false)
        .build();
  }
}
