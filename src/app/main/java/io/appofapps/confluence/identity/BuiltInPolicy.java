package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every Argo CD has before its administrator writes a line: {@code role:readonly} may look,
 * {@code role:admin} may do everything, the user {@code admin} is one. The rights are those of Argo
 * CD 3.5's built-in policy.
 */
final class BuiltInPolicy {

  private static final String READER = "role:readonly";
  private static final String ADMIN = "role:admin";

  private static final String IN_PROJECTS = "*/*";
  private static final String ANY = "*";

  static final Policy LINES = new Policy(permissions(), grants());

  private BuiltInPolicy() {}

  private static List<Permission> permissions() {
    List<Permission> lines = new ArrayList<>();
    Stream.of("applications", "applicationsets", "logs")
        .forEach(resource -> lines.add(line(READER, resource, "get", IN_PROJECTS)));
    Stream.of(
            "certificates",
            "clusters",
            "repositories",
            "write-repositories",
            "projects",
            "accounts",
            "gpgkeys")
        .forEach(resource -> lines.add(line(READER, resource, "get", ANY)));
    Stream.of("create", "update", "update/*", "delete", "delete/*", "sync", "override", "action/*")
        .forEach(action -> lines.add(line(ADMIN, "applications", action, IN_PROJECTS)));
    Stream.of("get", "create", "update", "delete")
        .forEach(action -> lines.add(line(ADMIN, "applicationsets", action, IN_PROJECTS)));
    Stream.of("certificates", "clusters", "repositories", "write-repositories", "projects")
        .forEach(
            resource ->
                Stream.of("create", "update", "delete")
                    .forEach(action -> lines.add(line(ADMIN, resource, action, ANY))));
    lines.add(line(ADMIN, "accounts", "update", ANY));
    lines.add(line(ADMIN, "gpgkeys", "create", ANY));
    lines.add(line(ADMIN, "gpgkeys", "delete", ANY));
    lines.add(line(ADMIN, "exec", "create", IN_PROJECTS));
    return lines;
  }

  private static List<Grant> grants() {
    return List.of(new Grant(ADMIN, READER), new Grant("admin", ADMIN));
  }

  private static Permission line(String role, String resource, String action, String object) {
    String written = String.join(", ", "p", role, resource, action, object, "allow");
    return new Permission(role, resource, action, object, true, PolicyLine.builtIn(written));
  }
}
