package io.appofapps.confluence.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps one instance of texts and collections that are equal, so that ten thousand Applications of
 * one organisation do not hold ten thousand copies of its repository's URL. One instance serves one
 * decoding session (a list, a watch, a reading of rows); it is not for several threads at once and
 * forgets everything when it has grown large.
 */
public final class Sharing {

  private static final int MAX = 16_384;

  private final Map<Object, Object> known = new HashMap<>();

  /** An equal Application. */
  public Application share(Application application) {
    return new Application(
        share(application.key()),
        application.uid(),
        one(application.project()),
        one(application.sources().stream().map(this::share).toList()),
        share(application.destination()),
        application.automated(),
        application.sync(),
        texts(application.revisions()),
        application.health(),
        application.healthSince(),
        one(application.operationPhase()),
        one(application.operationMessage()),
        application.children().stream().map(this::share).toList(),
        one(application.resources()),
        one(application.trackingId()),
        one(application.owner()),
        entries(application.labels()),
        entries(application.annotations()),
        application.info().stream()
            .map(item -> new InfoItem(one(item.name()), one(item.value())))
            .toList(),
        texts(application.images()),
        texts(application.externalUrls()),
        one(application.conditions()),
        application.reconciledAt(),
        application.createdAt(),
        application.deletedAt(),
        texts(application.problems()),
        share(application.details()));
  }

  /** An equal ApplicationSet. */
  public ApplicationSet share(ApplicationSet set) {
    return new ApplicationSet(
        share(set.key()),
        set.uid(),
        set.health(),
        one(set.message()),
        one(set.trackingId()),
        entries(set.labels()),
        entries(set.annotations()),
        one(set.conditions()),
        set.listed(),
        set.resourcesCount());
  }

  /** An equal AppProject. */
  public AppProject share(AppProject project) {
    return new AppProject(
        share(project.key()),
        one(project.description()),
        entries(project.annotations()),
        one(
            project.roles().stream()
                .map(
                    role ->
                        new AppProject.Role(
                            one(role.name()), texts(role.groups()), texts(role.policies())))
                .toList()),
        project.syncWindows().map(this::one));
  }

  private ApplicationKey share(ApplicationKey key) {
    return new ApplicationKey(one(key.connection()), one(key.namespace()), one(key.name()));
  }

  private Source share(Source source) {
    return new Source(
        one(source.repoUrl()),
        one(source.path()),
        one(source.chart()),
        one(source.targetRevision()),
        texts(source.valueFiles()));
  }

  private Destination share(Destination destination) {
    return one(
        new Destination(
            one(destination.server()), one(destination.name()), one(destination.namespace())));
  }

  private ChildReference share(ChildReference child) {
    return new ChildReference(
        child.kind(),
        one(child.namespace()),
        one(child.name()),
        child.sync(),
        child.requiresPruning());
  }

  private Details share(Details details) {
    Details shared =
        new Details(
            details.prune(),
            details.selfHeal(),
            details.comparedToOther(),
            one(details.affected().stream().map(this::share).toList()),
            details.moreAffected(),
            one(details.ignored().stream().map(this::share).toList()),
            details.moreIgnored(),
            one(details.hydration()),
            details.deployedAt(),
            details.operationStartedAt(),
            details.operationFinishedAt(),
            details.retries(),
            details.syncSince(),
            details.deployments().stream().map(this::share).toList());
    return shared.equals(Details.NONE) ? Details.NONE : shared;
  }

  private Deployment share(Deployment deployment) {
    return new Deployment(
        deployment.at(),
        texts(deployment.revisions()),
        one(deployment.by()),
        deployment.automated());
  }

  private AffectedResource share(AffectedResource resource) {
    return new AffectedResource(
        one(resource.group()),
        one(resource.kind()),
        one(resource.namespace()),
        one(resource.name()),
        resource.outOfSync(),
        resource.requiresPruning(),
        one(resource.health()));
  }

  private IgnoredDifference share(IgnoredDifference rule) {
    return one(
        new IgnoredDifference(
            one(rule.group()),
            one(rule.kind()),
            one(rule.namespace()),
            one(rule.name()),
            texts(rule.fields()),
            texts(rule.managers()),
            rule.fieldCount()));
  }

  private List<String> texts(List<String> texts) {
    return one(texts.stream().map(this::one).toList());
  }

  private Map<String, String> entries(Map<String, String> entries) {
    Map<String, String> result = new HashMap<>();
    entries.forEach((name, value) -> result.put(one(name), one(value)));
    return one(Map.copyOf(result));
  }

  /** The first instance seen that equals the value. */
  private <T> T one(T value) {
    if (known.size() >= MAX) {
      known.clear();
    }
    @SuppressWarnings("unchecked") // equal values of the vocabulary have the same type
    T first = (T) known.putIfAbsent(value, value);
    return first == null ? value : first;
  }
}
