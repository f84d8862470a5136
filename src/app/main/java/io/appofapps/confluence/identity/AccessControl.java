package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The access control of one Argo CD. Thread-safe. Its decisions are Argo CD's own (see the
 * package); a global policy that Argo CD would not load grants nothing, a project's bad policy
 * leaves the global one.
 */
public final class AccessControl {

  private static final Set<String> OF_PROJECTS =
      Set.of("applications", "applicationsets", "repositories", "clusters", "logs", "exec");

  private final Patterns patterns;
  private final String defaultRole;

  /** The line for which Argo CD would not load the policy. */
  private final Optional<String> problem;

  private final Judge globalJudge;
  private final Map<String, List<ProjectRole>> roles;
  private final Map<String, ProjectJudge> projectJudges = new ConcurrentHashMap<>();

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
    Policy global = Policy.EMPTY;
    Optional<String> trouble = Optional.empty();
    try {
      global = PolicyLines.parse(csv, PolicyLine::configMap);
    } catch (PolicyException e) {
      trouble = Optional.of(e.line());
    }
    this.patterns = new Patterns(matcher);
    this.problem = trouble;
    this.defaultRole = problem.isPresent() ? "" : defaultRole.strip();
    this.globalJudge =
        problem.isPresent()
            ? new Judge(Optional.empty(), Policy.EMPTY, patterns)
            : new Judge(
                Optional.of(new Judge(Optional.empty(), BuiltInPolicy.LINES, patterns)),
                global,
                patterns);
    this.roles =
        problem.isPresent()
            ? Map.of()
            : projectRoles.stream().collect(Collectors.groupingBy(ProjectRole::project));
  }

  /** The judge of a project, and the line for which the project's roles do not count. */
  private record ProjectJudge(Judge judge, Optional<String> problem) {}

  /**
   * Whether Argo CD would allow it, and why.
   *
   * @param subject the person's own name in Argo CD, empty for nobody in particular
   * @param groups the person's groups, spelt as the policy spells them
   * @param resource {@code applications} and the like
   * @param action {@code get} and the like
   * @param object {@code project/name} or {@code project/namespace/name}
   */
  public Decision decide(
      Optional<String> subject,
      Collection<String> groups,
      String resource,
      String action,
      String object) {
    if (problem.isPresent()) {
      return new Decision(new Reason.NotLoaded(problem.get()), Optional.empty());
    }
    Optional<String> project = project(resource, object);
    ProjectJudge of = judge(project);
    Hearings hearings = new Hearings();
    everybody(globalJudge, hearings);
    Reason otherwise = hear(subject, groups, project, of.judge(), hearings);
    return new Decision(hearings.outcome(resource, action, object, otherwise), of.problem());
  }

  /** Adds the identities that count; what is so when none of them may and none is denied. */
  private Reason hear(
      Optional<String> subject,
      Collection<String> groups,
      Optional<String> project,
      Judge judge,
      Hearings hearings) {
    if (subject.filter(each -> each.startsWith("proj:")).isPresent()) {
      String token = subject.get();
      if (project.filter(name -> token.startsWith("proj:" + name + ":")).isEmpty()) {
        return new Reason.OtherProject(token);
      }
      hearings.add(judge, Identity.subject(token));
      return new Reason.Nothing(List.of());
    }
    if (judge != globalJudge) {
      everybody(judge, hearings);
    }
    subject.ifPresent(each -> hearings.add(judge, Identity.subject(each)));
    List<String> known = groups.stream().filter(judge::grantsTo).sorted().toList();
    known.forEach(each -> hearings.add(judge, Identity.group(each)));
    return new Reason.Nothing(known);
  }

  /** Whether Argo CD would allow it; see {@link #decide}. */
  public boolean allows(
      Optional<String> subject,
      Collection<String> groups,
      String resource,
      String action,
      String object) {
    return decide(subject, groups, resource, action, object).allowed();
  }

  private void everybody(Judge judge, Hearings hearings) {
    if (!defaultRole.isEmpty()) {
      hearings.add(judge, Identity.defaultRole(defaultRole));
    }
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
    Judge judge = judge(Optional.of(project)).judge();
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

  /**
   * All to whom the policy, with the project's roles, gives a role: groups, and whoever has a
   * {@code g} line by their own name, which a policy does not tell apart.
   */
  public SortedSet<String> holders(String project) {
    return judge(Optional.of(project)).judge().subjectsWithRoles().stream()
        .filter(subject -> !subject.startsWith("role:") && !subject.startsWith("proj:"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The role that everybody has; empty for none. */
  public Optional<String> defaultRole() {
    return Optional.of(defaultRole).filter(role -> !role.isEmpty());
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

  private ProjectJudge judge(Optional<String> project) {
    return project
        .filter(roles::containsKey)
        .map(name -> projectJudges.computeIfAbsent(name, this::projectJudge))
        .orElseGet(() -> new ProjectJudge(globalJudge, Optional.empty()));
  }

  private ProjectJudge projectJudge(String project) {
    try {
      List<Permission> permissions = new ArrayList<>();
      List<Grant> grants = new ArrayList<>();
      for (ProjectRole role : roles.get(project)) {
        Policy policy = role.policy();
        permissions.addAll(policy.permissions());
        grants.addAll(policy.grants());
      }
      Policy all = new Policy(permissions, grants);
      return new ProjectJudge(new Judge(Optional.of(globalJudge), all, patterns), Optional.empty());
    } catch (PolicyException e) {
      return new ProjectJudge(globalJudge, Optional.of(e.line()));
    }
  }
}
