package io.appofapps.confluence.ownership;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which metadata of services is looked for, and where.
 *
 * @param fields in the order in which they are shown, ids unique
 */
public record MetadataRules(List<Field> fields) {

  public static final String OWNER = "owner";
  public static final String TEAM = "team";
  public static final String ON_CALL = "on-call";
  public static final String ON_CALL_GROUP = "on-call-group";

  /**
   * The conventions: the app's own annotations, those of Ambassador (a8r.io) and Backstage, Argo
   * CD's links and {@code spec.info}, then what people write without a prefix, then the project.
   */
  public static final MetadataRules DEFAULT =
      new MetadataRules(
          List.of(
              Field.text(
                  OWNER,
                  true,
                  true,
                  "annotation:appofapps.io/owner",
                  "annotation:a8r.io/owner",
                  "annotation:backstage.io/owner",
                  "info:Owner",
                  "label:app.kubernetes.io/owner",
                  "label:owner",
                  "annotation:owner",
                  "label:team",
                  "annotation:team",
                  "label:squad",
                  "annotation:squad",
                  "project-annotation:appofapps.io/owner",
                  "project-annotation:a8r.io/owner"),
              Field.text(
                  TEAM,
                  true,
                  false,
                  "annotation:appofapps.io/team",
                  "info:Team",
                  "label:app.kubernetes.io/team",
                  "label:team",
                  "annotation:team",
                  "label:squad",
                  "annotation:squad",
                  "project-annotation:appofapps.io/team",
                  "project-groups"),
              Field.text(
                  ON_CALL,
                  true,
                  true,
                  "annotation:appofapps.io/on-call",
                  "annotation:link.argocd.argoproj.io/on-call",
                  "info:On call",
                  "info:On-call",
                  "annotation:on-call",
                  "label:on-call",
                  "annotation:notifications.argoproj.io/subscribe.on-health-degraded.slack",
                  "annotation:notifications.argoproj.io/subscribe.on-sync-failed.slack",
                  "project-annotation:appofapps.io/on-call"),
              Field.text(
                  ON_CALL_GROUP,
                  true,
                  false,
                  "annotation:appofapps.io/on-call-group",
                  "project-annotation:appofapps.io/on-call-group"),
              Field.text(
                  "chat",
                  true,
                  false,
                  "annotation:appofapps.io/chat",
                  "annotation:a8r.io/chat",
                  "annotation:link.argocd.argoproj.io/chat",
                  "info:Chat",
                  "info:Slack",
                  "annotation:slack",
                  "label:slack",
                  "project-annotation:appofapps.io/chat"),
              Field.link(
                  "runbook",
                  true,
                  "annotation:appofapps.io/runbook",
                  "annotation:a8r.io/runbook",
                  "annotation:link.argocd.argoproj.io/runbook",
                  "info:Runbook"),
              Field.link(
                  "release-notes",
                  true,
                  "annotation:appofapps.io/release-notes",
                  "annotation:link.argocd.argoproj.io/release-notes",
                  "annotation:link.argocd.argoproj.io/changelog",
                  "info:Release notes",
                  "info:Changelog"),
              Field.text(
                  "stories",
                  false,
                  false,
                  "annotation:appofapps.io/stories",
                  "annotation:link.argocd.argoproj.io/stories",
                  "info:Stories"),
              Field.link(
                  "repository",
                  false,
                  "annotation:appofapps.io/repository",
                  "annotation:a8r.io/repository",
                  "annotation:backstage.io/source-location",
                  "annotation:link.argocd.argoproj.io/repository",
                  "info:Repository",
                  "annotation:repo"),
              Field.link(
                  "documentation",
                  false,
                  "annotation:appofapps.io/documentation",
                  "annotation:a8r.io/documentation",
                  "annotation:link.argocd.argoproj.io/documentation",
                  "annotation:link.argocd.argoproj.io/docs",
                  "info:Documentation"),
              Field.text(
                  "description",
                  false,
                  false,
                  "annotation:appofapps.io/description",
                  "annotation:a8r.io/description",
                  "info:Description",
                  "project-annotation:appofapps.io/description",
                  "project-description")));

  /** Ids of the app's own fields, which have a text in each language. */
  public static final Set<String> KNOWN =
      DEFAULT.fields().stream().map(Field::id).collect(Collectors.toUnmodifiableSet());

  public MetadataRules {
    fields = List.copyOf(fields);
  }

  /** The field of that id. */
  public Optional<Field> field(String id) {
    return fields.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
