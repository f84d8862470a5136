package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Argo CD's decisions once more, in the plainest way: no index, no cache, every line looked at for
 * every question.
 */
record NaiveArgoCd(
    List<String[]> global, String defaultRole, boolean regex, List<NaiveArgoCd.Role> roles) {

  /** A project's role. */
  record Role(String project, String name, List<String> groups, List<String[]> lines) {}

  boolean allows(
      String subject, List<String> groups, String resource, String action, String object) {
    if (!defaultRole.isEmpty() && enforce(global, defaultRole, resource, action, object)) {
      return true;
    }
    String project =
        resource.equals("projects")
            ? object
            : object.contains("/") ? object.substring(0, object.indexOf('/')) : "";
    List<String[]> lines = new ArrayList<>(global);
    for (Role role : roles) {
      if (role.project().equals(project)) {
        String name = "proj:" + project + ":" + role.name();
        lines.add(new String[] {"p", name, "projects", "get", project, "allow"});
        lines.addAll(role.lines());
        role.groups().forEach(group -> lines.add(new String[] {"g", group, name}));
      }
    }
    if (subject.startsWith("proj:")) {
      return subject.startsWith("proj:" + project + ":")
          && enforce(lines, subject, resource, action, object);
    }
    if (!defaultRole.isEmpty() && enforce(lines, defaultRole, resource, action, object)) {
      return true;
    }
    if (!subject.isEmpty() && enforce(lines, subject, resource, action, object)) {
      return true;
    }
    for (String group : groups) {
      boolean named = lines.stream().anyMatch(l -> l[0].equals("g") && l[1].equals(group));
      if (named && enforce(lines, group, resource, action, object)) {
        return true;
      }
    }
    return false;
  }

  private boolean enforce(
      List<String[]> lines, String subject, String resource, String action, String object) {
    boolean allowed = false;
    try {
      for (String[] line : lines) {
        if (line[0].equals("p")
            && has(lines, subject, line[1], 10)
            && matches(line[2], resource)
            && matches(line[3], action)
            && matches(line[4], object)) {
          if (line[5].equals("deny")) {
            return false;
          }
          allowed = true;
        }
      }
    } catch (PatternSyntaxException e) {
      return false;
    }
    return allowed;
  }

  private static boolean has(List<String[]> lines, String subject, String role, int depth) {
    if (subject.equals(role)) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    for (String[] line : lines) {
      if (line[0].equals("g") && line[1].equals(subject) && has(lines, line[2], role, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String pattern, String text) {
    return regex ? Pattern.compile(pattern).matcher(text).find() : glob(pattern, text);
  }

  /** Goes back at every star; a class or braces without an end match nothing. */
  private static boolean glob(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    String rest = pattern.substring(1);
    switch (pattern.charAt(0)) {
      case '*':
        return glob(rest, text) || !text.isEmpty() && glob(pattern, text.substring(1));
      case '?':
        return !text.isEmpty() && glob(rest, text.substring(1));
      case '[':
        int end = rest.indexOf(']');
        return end > 0
            && !text.isEmpty()
            && inClass(rest.substring(0, end), text.charAt(0))
            && glob(rest.substring(end + 1), text.substring(1));
      case '{':
        int close = rest.indexOf('}');
        if (close >= 0) {
          for (String each : rest.substring(0, close).split(",")) {
            if (glob(each + rest.substring(close + 1), text)) {
              return true;
            }
          }
        }
        return false;
      default:
        return !text.isEmpty()
            && text.charAt(0) == pattern.charAt(0)
            && glob(rest, text.substring(1));
    }
  }

  private static boolean inClass(String letters, char c) {
    if (letters.startsWith("!")) {
      return !inClass(letters.substring(1), c);
    }
    return letters.length() == 3 && letters.charAt(1) == '-'
        ? c >= letters.charAt(0) && c <= letters.charAt(2)
        : letters.indexOf(c) >= 0;
  }
}
