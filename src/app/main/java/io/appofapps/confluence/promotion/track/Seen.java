package io.appofapps.confluence.promotion.track;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.environment.matrix.Commits;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is seen of the clusters at one moment.
 *
 * @param target the target; empty when it is not there
 * @param parent the Application whose source declares the target, as far as there is one
 * @param current whether the state of the target's cluster is that of now
 * @param repository whether an address names the repository that the commit is in
 * @param commits what lies between commits, as far as that is known
 */
public record Seen(
    Optional<Application> target,
    Optional<Application> parent,
    boolean current,
    Predicate<String> repository,
    Commits commits) {}
