package io.appofapps.confluence.identity;

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
}
