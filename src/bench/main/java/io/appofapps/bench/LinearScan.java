package io.appofapps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Access decisions over the lines of a policy one by one; of globs it knows the star only. */
final class LinearScan {

  private record Permission(
      String subject, Pattern resource, Pattern action, Pattern object, boolean allows) {}

  private final List<Permission> permissions = new ArrayList<>();
  private final List<String[]> grants = new ArrayList<>();

  LinearScan(List<String> lines) {
    for (String line : lines) {
      String[] fields = line.split(", ");
      if (fields[0].equals("g")) {
        grants.add(fields);
      } else {
        permissions.add(
            new Permission(
                fields[1],
                glob(fields[2]),
                glob(fields[3]),
                glob(fields[4]),
                fields[5].equals("allow")));
      }
    }
  }

  boolean allows(Set<String> groups, String action, String object) {
    return groups.stream().anyMatch(group -> allows(group, action, object));
  }

  private boolean allows(String group, String action, String object) {
    boolean allowed = false;
    for (Permission each : permissions) {
      if (has(group, each.subject())
          && each.resource().matcher("applications").matches()
          && each.action().matcher(action).matches()
          && each.object().matcher(object).matches()) {
        if (!each.allows()) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }

  private boolean has(String group, String role) {
    for (String[] grant : grants) {
      if (grant[1].equals(group) && grant[2].equals(role)) {
        return true;
      }
    }
    return group.equals(role);
  }

  private static Pattern glob(String glob) {
    return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
  }
}
