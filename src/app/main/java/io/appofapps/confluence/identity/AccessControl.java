package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The access control of one Argo CD. Thread-safe. Its decisions are Argo CD's own (see the
 * package); a global policy that Argo CD would not load grants nothing, a project's bad policy
 * leaves the global one.
 */
public final class AccessControl {

  private static final Set<String> OF_PROJECTS =
      Set.of("applications", "applicationsets", "repositories", "clusters", "logs", "exec");

  private final Policy global;
  private final Matcher matcher;
  private final String defaultRole;
  private final Judge globalJudge;
  private final Map<String, List<ProjectRole>> roles;
  private final Map<String, Judge> projectJudges = new ConcurrentHashMap<>();

  /**
   * Takes the lines of {@code argocd-rbac-cm}.
   *
   * @param csv all of {@code policy.csv} and {@code policy.*.csv}
   * @param defaultRole {@code policy.default}, empty for none
   * @param matcher {@code policy.matchMode}
   * @param projectRoles the roles of all projects
   */
  public AccessControl(
      String csv, String defaultRole, Matcher matcher, Collection<ProjectRole> projectRoles) {
    Optional<Policy> read = read(csv);
    this.global = read.map(BuiltInPolicy.LINES::and).orElse(Policy.EMPTY);
    this.defaultRole = read.isPresent() ? defaultRole.strip() : "";
    this.matcher = matcher;
    this.globalJudge = new Judge(global, matcher);
    this.roles =
        read.isPresent()
            ? projectRoles.stream().collect(Collectors.groupingBy(ProjectRole::project))
            : Map.of();
  }

  private static Optional<Policy> read(String csv) {
    try {
      return Optional.of(PolicyLines.parse(csv));
    } catch (PolicyException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether Argo CD would allow it.
   *
   * @param subject the person's own name in Argo CD, empty for nobody in particular
   * @param groups the person's groups, spelt as the policy spells them
   * @param resource {@code applications} and the like
   * @param action {@code get} and the like
   * @param object {@code project/name} or {@code project/namespace/name}
   */
  public boolean allows(
      Optional<String> subject,
      Collection<String> groups,
      String resource,
      String action,
      String object) {
    if (!defaultRole.isEmpty() && globalJudge.allows(defaultRole, resource, action, object)) {
      return true;
    }
    Optional<String> project = project(resource, object);
    if (subject.filter(each -> each.startsWith("proj:")).isPresent()) {
      return project.filter(name -> subject.get().startsWith("proj:" + name + ":")).isPresent()
          && judge(project).allows(subject.get(), resource, action, object);
    }
    Judge judge = judge(project);
    Predicate<String> may = identity -> judge.allows(identity, resource, action, object);
    return (!defaultRole.isEmpty() && may.test(defaultRole))
        || subject.filter(may).isPresent()
        || groups.stream().filter(judge::grantsTo).anyMatch(may);
  }

  /** Those of the groups that can make a difference; the others have no {@code g} line anywhere. */
  public Set<String> effective(Collection<String> groups) {
    Set<String> known = new HashSet<>(globalJudge.subjectsWithRoles());
    roles.values().forEach(all -> all.forEach(role -> known.addAll(role.groups())));
    return groups.stream().filter(known::contains).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The roles of a person in a project, by the {@code g} lines and the groups of its roles: those
   * of the project by their name, global ones as {@code role:name}.
   */
  public Set<String> roles(Collection<String> groups, String project) {
    Judge judge = judge(Optional.of(project));
    String own = "proj:" + project + ":";
    Set<String> subjects = new HashSet<>(groups);
    if (!defaultRole.isEmpty()) {
      subjects.add(defaultRole);
    }
    return subjects.stream()
        .filter(subject -> subject.equals(defaultRole) || judge.grantsTo(subject))
        .flatMap(subject -> judge.identities(subject).stream())
        .filter(identity -> identity.startsWith("role:") || identity.startsWith(own))
        .map(identity -> identity.startsWith(own) ? identity.substring(own.length()) : identity)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> project(String resource, String object) {
    if (resource.equals("projects")) {
      return Optional.of(object);
    }
    int slash = object.indexOf('/');
    return OF_PROJECTS.contains(resource) && slash >= 0
        ? Optional.of(object.substring(0, slash))
        : Optional.empty();
  }

  private Judge judge(Optional<String> project) {
    return project
        .filter(roles::containsKey)
        .map(name -> projectJudges.computeIfAbsent(name, this::projectJudge))
        .orElse(globalJudge);
  }

  private Judge projectJudge(String project) {
    try {
      List<Permission> permissions = new ArrayList<>();
      List<Grant> grants = new ArrayList<>();
      for (ProjectRole role : roles.get(project)) {
        permissions.add(new Permission(role.subject(), "projects", "get", project, true));
        Policy own = PolicyLines.parse(String.join("\n", role.policies()));
        permissions.addAll(own.permissions());
        grants.addAll(own.grants());
        role.groups().forEach(group -> grants.add(new Grant(group, role.subject())));
      }
      return new Judge(global.and(new Policy(permissions, grants)), matcher);
    } catch (PolicyException e) {
      return globalJudge;
    }
  }
}
