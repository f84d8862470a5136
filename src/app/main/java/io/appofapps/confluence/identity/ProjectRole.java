package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * A role of an AppProject.
 *
 * @param project name of the project
 * @param name name of the role in it
 * @param groups whose members have the role
 * @param policies its {@code p} lines
 */
public record ProjectRole(String project, String name, List<String> groups, List<String> policies) {

  public ProjectRole {
    groups = List.copyOf(groups);
    policies = List.copyOf(policies);
  }

  String subject() {
    return "proj:" + project + ":" + name;
  }

  /** What the role gives: its lines, the right to see the project, and itself to its groups. */
  Policy policy() throws PolicyException {
    Policy own =
        PolicyLines.parse(String.join("\n", policies), line -> PolicyLine.project(name, line));
    List<Permission> permissions = new ArrayList<>(own.permissions());
    String written = String.join(", ", "p", subject(), "projects", "get", project, "allow");
    permissions.add(
        new Permission(
            subject(), "projects", "get", project, true, PolicyLine.project(name, written)));
    List<Grant> grants = new ArrayList<>(own.grants());
    groups.forEach(group -> grants.add(new Grant(group, subject())));
    return new Policy(permissions, grants);
  }
}
