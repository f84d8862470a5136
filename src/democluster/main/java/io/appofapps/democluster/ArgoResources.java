package io.appofapps.democluster;

import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.List;

/** The three custom resources of Argo CD that the app reads. */
public final class ArgoResources {
  public static final CustomResourceDefinitionContext APPLICATION =
      context("applications", "Application", false);
  public static final CustomResourceDefinitionContext APPLICATION_SET =
      context("applicationsets", "ApplicationSet", true);
  public static final CustomResourceDefinitionContext APP_PROJECT =
      context("appprojects", "AppProject", false);
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

  private static CustomResourceDefinitionContext context(
      String plural, String kind, boolean statusSubresource) {
    return new CustomResourceDefinitionContext.Builder()
        .withGroup("argoproj.io")
        .withVersion("v1alpha1")
        .withPlural(plural)
        .withKind(kind)
        .withScope("Namespaced")
        .withStatusSubresource(statusSubresource)
        .build();
  }
}
