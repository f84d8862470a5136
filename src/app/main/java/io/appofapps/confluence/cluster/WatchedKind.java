package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Sharing;
import io.appofapps.confluence.state.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.function.BiFunction;

/**
 * A custom resource of Argo CD that is watched.
 *
 * @param kind the kind in the state
 * @param plural plural name in the API and in rights
 * @param required whether nothing can be shown without it
 * @param decoder from connection and resource to the vocabulary; never throws for any shape
 * @param <T> the vocabulary's record
 */
record WatchedKind<T>(
    ResourceKind<T> kind,
    String plural,
    boolean required,
    BiFunction<String, GenericKubernetesResource, T> decoder) {

  static final String GROUP = "argoproj.io";

  static final WatchedKind<Application> APPLICATIONS =
      new WatchedKind<>(ResourceKind.APPLICATION, "applications", true, ApplicationDecoder::decode);

  static final WatchedKind<ApplicationSet> APPLICATION_SETS =
      new WatchedKind<>(
          ResourceKind.APPLICATION_SET, "applicationsets", false, ApplicationSetDecoder::decode);

  static final WatchedKind<AppProject> APP_PROJECTS =
      new WatchedKind<>(ResourceKind.APP_PROJECT, "appprojects", false, AppProjectDecoder::decode);

  /** The resource in the vocabulary, sharing its equal parts with others of the session. */
  T decode(String connection, GenericKubernetesResource resource, Sharing session) {
    return kind.shared(decoder.apply(connection, resource), session);
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(GROUP)
        .withVersion("v1alpha1")
        .withKind(kind.word())
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }

  /** Name with group, as rights and error messages of Kubernetes have it. */
  String resource() {
    return plural + "." + GROUP;
  }
}
