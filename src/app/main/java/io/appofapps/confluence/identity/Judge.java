package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges one identity by one policy: allowed iff some matching line allows and none denies; the
 * subject of a line must be the identity or one of its roles, spelt the same. Thread-safe.
 */
final class Judge {

  /** Argo CD's enforcer follows roles of roles no further. */
  private static final int MOST_ROLES_DEEP = 10;

  private final Optional<Judge> base;
  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Map<String, List<Step>> steps = new ConcurrentHashMap<>();

  /**
   * By the lines of a policy and those of another judge.
   *
   * @param base whose lines hold too
   */
  Judge(Optional<Judge> base, Policy policy, Patterns patterns) {
    this.base = base;
    for (Permission permission : policy.permissions()) {
      rules
          .computeIfAbsent(permission.subject(), s -> new ArrayList<>())
          .add(Rule.of(permission, patterns));
    }
    for (Grant grant : policy.grants()) {
      roles.computeIfAbsent(grant.subject(), s -> new LinkedHashSet<>()).add(grant.role());
    }
  }

  /** A line, its patterns ready. */
  private record Rule(
      Permission line,
      Predicate<String> resource,
      Predicate<String> action,
      Predicate<String> object) {

    static Rule of(Permission line, Patterns patterns) {
      return new Rule(
          line,
          patterns.of(line.resource()),
          patterns.of(line.action()),
          patterns.of(line.object()));
    }

    boolean applies(String askedResource, String askedAction, String askedObject) {
      return resource.test(askedResource) && action.test(askedAction) && object.test(askedObject);
    }
  }

  /** The lines that name an identity itself, or one of its roles by way of those before it. */
  private record Step(List<String> roles, List<Rule> rules) {}

  /** Whether some {@code g} line gives a role to exactly this subject. */
  boolean grantsTo(String subject) {
    return roles.containsKey(subject) || base.filter(judge -> judge.grantsTo(subject)).isPresent();
  }

  Set<String> subjectsWithRoles() {
    return Stream.concat(
            roles.keySet().stream(), base.stream().flatMap(j -> j.subjectsWithRoles().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The subject and all its roles. */
  Set<String> identities(String subject) {
    return steps(subject).stream()
        .map(Step::roles)
        .map(way -> way.isEmpty() ? subject : way.get(way.size() - 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the identity is told, and why; never {@link Reason.NotLoaded}. */
  Reason judge(Identity identity, String resource, String action, String object) {
    Optional<Route> allowing = Optional.empty();
    Optional<Route> denying = Optional.empty();
    for (Step step : steps(identity.name())) {
      for (Rule rule : step.rules()) {
        try {
          if (rule.applies(resource, action, object)) {
            if (rule.line().allows()) {
              allowing = allowing.or(() -> Optional.of(route(identity, step, rule)));
            } else {
              denying = denying.or(() -> Optional.of(route(identity, step, rule)));
            }
          }
        } catch (Matcher.VoidedException e) {
          return new Reason.Unreadable(route(identity, step, rule));
        }
      }
    }
    if (denying.isPresent()) {
      return new Reason.Denied(denying.get(), allowing);
    }
    return allowing.<Reason>map(Reason.Granted::new).orElseGet(() -> new Reason.Nothing(List.of()));
  }

  private static Route route(Identity identity, Step step, Rule rule) {
    return new Route(identity, step.roles(), rule.line().written());
  }

  /** Kept for those that have roles: there are no more than the policy has lines. */
  private List<Step> steps(String subject) {
    return grantsTo(subject)
        ? steps.computeIfAbsent(subject, this::follow)
        : List.of(new Step(List.of(), rules(subject)));
  }

  private List<Step> follow(String subject) {
    Map<String, List<String>> ways = new LinkedHashMap<>(Map.of(subject, List.of()));
    Map<String, List<String>> newest = ways;
    for (int i = 0; i < MOST_ROLES_DEEP && !newest.isEmpty(); i++) {
      Map<String, List<String>> next = new LinkedHashMap<>();
      newest.forEach(
          (each, way) ->
              roles(each)
                  .filter(role -> !ways.containsKey(role))
                  .forEach(role -> next.putIfAbsent(role, longer(way, role))));
      ways.putAll(next);
      newest = next;
    }
    return ways.entrySet().stream()
        .map(each -> new Step(each.getValue(), rules(each.getKey())))
        .toList();
  }

  private static List<String> longer(List<String> way, String role) {
    return Stream.concat(way.stream(), Stream.of(role)).toList();
  }

  private Stream<String> roles(String subject) {
    return Stream.concat(
        base.stream().flatMap(judge -> judge.roles(subject)),
        roles.getOrDefault(subject, Set.of()).stream());
  }

  private List<Rule> rules(String subject) {
    List<Rule> own = rules.getOrDefault(subject, List.of());
    List<Rule> below = base.map(judge -> judge.rules(subject)).orElse(List.of());
    return own.isEmpty() ? below : Stream.concat(below.stream(), own.stream()).toList();
  }
}
