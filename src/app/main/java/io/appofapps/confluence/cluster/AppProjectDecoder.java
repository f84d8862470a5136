package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.AppProject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** Reads an AppProject; no shape is an error. */
final class AppProjectDecoder {

  private AppProjectDecoder() {}

  static AppProject decode(String connection, GenericKubernetesResource resource) {
    ObjectMeta meta = resource.getMetadata();
    Problems problems = new Problems();
    Fields spec = Fields.of(resource.getAdditionalProperties(), problems).object("spec");
    return new AppProject(
        Metadata.key(connection, meta),
        spec.text("description"),
        Metadata.annotations(meta, problems));
  }
}
