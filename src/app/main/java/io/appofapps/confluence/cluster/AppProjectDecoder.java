package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.SyncWindow;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Optional;

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
        roles(spec),
        windows(resource));
  }

  /** Not known at all where one could not be read: it may be the one that forbids. */
  private static Optional<List<SyncWindow>> windows(GenericKubernetesResource resource) {
    Problems problems = new Problems();
    Fields spec = Fields.of(resource.getAdditionalProperties(), problems).object("spec");
    List<SyncWindow> windows =
        spec.objects("syncWindows").stream().map(AppProjectDecoder::window).toList();
    return problems.sentences().isEmpty() ? Optional.of(windows) : Optional.empty();
  }

  private static SyncWindow window(Fields window) {
    return new SyncWindow(
        window.text("kind"),
        window.text("schedule"),
        window.text("duration"),
        window.text("timeZone"),
        window.texts("applications"),
        window.texts("namespaces"),
        window.texts("clusters"),
        window.flag("manualSync", false),
        window.flag("andOperator", false),
        window.text("description"));
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
