package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.SyncWindow;
import java.util.List;
import java.util.Optional;

/**
 * An AppProject as a document. A row of before there were sync windows does not say that they are
 * known, and so they are not.
 */
final class ProjectDocument {

  private ProjectDocument() {}

  static Document write(AppProject project) {
    Document document =
        Document.empty()
            .put("description", project.description())
            .put("annotations", project.annotations())
            .put("roles", project.roles(), ProjectDocument::write);
    project
        .syncWindows()
        .ifPresent(
            windows ->
                document.put("windowsKnown", true).put("windows", windows, ProjectDocument::write));
    return document;
  }

  static AppProject read(ApplicationKey key, Document document) {
    Optional<List<SyncWindow>> windows =
        document.flag("windowsKnown")
            ? Optional.of(document.list("windows", ProjectDocument::window))
            : Optional.empty();
    return new AppProject(
        key,
        document.text("description"),
        document.entries("annotations"),
        document.list("roles", ProjectDocument::role),
        windows);
  }

  private static void write(Document document, AppProject.Role role) {
    document.put("name", role.name()).put("groups", role.groups()).put("policies", role.policies());
  }

  private static AppProject.Role role(Document document) {
    return new AppProject.Role(
        document.text("name"), document.texts("groups"), document.texts("policies"));
  }

  private static void write(Document document, SyncWindow window) {
    document
        .put("kind", window.kind())
        .put("schedule", window.schedule())
        .put("duration", window.duration())
        .put("timeZone", window.timeZone())
        .put("applications", window.applications())
        .put("namespaces", window.namespaces())
        .put("clusters", window.clusters())
        .put("manualSync", window.manualSync())
        .put("andOperator", window.andOperator())
        .put("description", window.description());
  }

  private static SyncWindow window(Document document) {
    return new SyncWindow(
        document.text("kind"),
        document.text("schedule"),
        document.text("duration"),
        document.text("timeZone"),
        document.texts("applications"),
        document.texts("namespaces"),
        document.texts("clusters"),
        document.flag("manualSync"),
        document.flag("andOperator"),
        document.text("description"));
  }
}
