package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.AppProject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

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
        Metadata.annotations(meta, problems),
        roles(spec));
  }

  /** None at all where some would be cut: a line that is missing may be the one that denies. */
  private static List<AppProject.Role> roles(Fields spec) {
    List<AppProject.Role> roles =
        spec.objects("roles").stream()
            .map(
                role ->
                    new AppProject.Role(
                        role.text("name"), role.texts("groups"), role.texts("policies")))
            .toList();
    boolean mayBeCut =
        roles.size() >= Fields.MAX_ITEMS
            || roles.stream().anyMatch(role -> role.policies().size() >= Fields.MAX_ITEMS);
    return mayBeCut ? List.of() : roles;
  }
}
