package io.appofapps.confluence.state;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Sharing;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A kind of resource the state holds, as a typed token.
 *
 * @param <T> the vocabulary's record for the kind
 */
public final class ResourceKind<T> {

  /**
   * Argo CD stamps {@code reconciledAt} every few minutes without anything else changing, so that
   * stamp alone is not a visible change: it is kept, but raises no revision and writes no row.
   */
  public static final ResourceKind<Application> APPLICATION =
      new ResourceKind<>(
          "Application",
          Application::key,
          Sharing::share,
          (before, after) -> before.equals(after.withReconciledAt(before.reconciledAt())));

  public static final ResourceKind<ApplicationSet> APPLICATION_SET =
      new ResourceKind<>(
          "ApplicationSet", ApplicationSet::key, Sharing::share, ApplicationSet::equals);

  public static final ResourceKind<AppProject> APP_PROJECT =
      new ResourceKind<>("AppProject", AppProject::key, Sharing::share, AppProject::equals);

  public static final ResourceKind<AccessPolicy> ACCESS_POLICY =
      new ResourceKind<>(
          "AccessPolicy", AccessPolicy::key, (session, policy) -> policy, AccessPolicy::equals);

  private static final List<ResourceKind<?>> ALL =
      List.of(APPLICATION, APPLICATION_SET, APP_PROJECT, ACCESS_POLICY);

  private final String word;
  private final Function<T, ApplicationKey> key;
  private final BiFunction<Sharing, T, T> share;
  private final BiPredicate<T, T> looksSame;

  private ResourceKind(
      String word,
      Function<T, ApplicationKey> key,
      BiFunction<Sharing, T, T> share,
      BiPredicate<T, T> looksSame) {
    this.word = word;
    this.key = key;
    this.share = share;
    this.looksSame = looksSame;
  }

  /** All kinds. */
  public static List<ResourceKind<?>> all() {
    return ALL;
  }

  /** The Kubernetes kind, or what the ConfigMap of an access policy is to us. */
  public String word() {
    return word;
  }

  /** Identity of a resource of this kind. */
  public ApplicationKey keyOf(T resource) {
    return key.apply(resource);
  }

  /** An equal resource that shares its equal parts with others of the session. */
  public T shared(T resource, Sharing session) {
    return share.apply(session, resource);
  }

  /** Whether nobody could see the difference between the two on a page. */
  public boolean looksSame(T before, T after) {
    return looksSame.test(before, after);
  }

  @Override
  public String toString() {
    return word;
  }
}
