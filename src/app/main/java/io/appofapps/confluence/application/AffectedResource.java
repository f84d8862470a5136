package io.appofapps.confluence.application;

import java.util.Optional;

/**
 * An entry of {@code status.resources} that is OutOfSync, to be pruned, or not well. Its texts are
 * untrusted.
 *
 * @param group API group, empty for the core
 * @param kind for instance Deployment
 * @param namespace empty for a resource without
 * @param name name of the resource
 * @param outOfSync whether its status is OutOfSync
 * @param requiresPruning live in the cluster, gone from Git
 * @param health empty when the entry has none; Argo CD 3 keeps it elsewhere by default
 */
public record AffectedResource(
    String group,
    String kind,
    String namespace,
    String name,
    boolean outOfSync,
    boolean requiresPruning,
    Optional<HealthStatus> health) {}
