package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of a policy the way Argo CD does: comma-separated values, spaces after a comma
 * ignored, double quotes protect commas, {@code #} begins a comment line. {@code p, subject,
 * resource, action, object, allow|deny} and {@code g, subject, role}; anything else voids the
 * whole.
 */
final class PolicyLines {

  private PolicyLines() {}

  /**
   * The policy of that text.
   *
   * @throws PolicyException when a line is neither a permission nor a grant of a role
   */
  static Policy parse(String csv) throws PolicyException {
    List<Permission> permissions = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    int number = 0;
    for (String line : csv.split("\n", -1)) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        add(fields(stripped, number), number, permissions, grants);
      }
    }
    return new Policy(permissions, grants);
  }

  private static void add(
      List<String> fields, int number, List<Permission> permissions, List<Grant> grants)
      throws PolicyException {
    if (fields.size() == 6 && fields.get(0).equals("p")) {
      String effect = fields.get(5);
      if (!effect.equals("allow") && !effect.equals("deny")) {
        throw new PolicyException("Line " + number + " neither allows nor denies");
      }
      permissions.add(
          new Permission(
              fields.get(1), fields.get(2), fields.get(3), fields.get(4), effect.equals("allow")));
    } else if (fields.size() == 3 && fields.get(0).equals("g")) {
      grants.add(new Grant(fields.get(1), fields.get(2)));
    } else {
      throw new PolicyException("Line " + number + " is neither a p line nor a g line");
    }
  }

  private static List<String> fields(String line, int number) throws PolicyException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      StringBuilder field = new StringBuilder();
      at =
          at < line.length() && line.charAt(at) == '"'
              ? quoted(line, at + 1, field, number)
              : plain(line, at, field);
      fields.add(field.toString());
      if (at >= line.length()) {
        return fields;
      }
      if (line.charAt(at) != ',') {
        throw new PolicyException("Line " + number + " has text behind a quote");
      }
      at++;
    }
  }

  private static int plain(String line, int from, StringBuilder field) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    field.append(line.substring(from, end).strip());
    return end;
  }

  /** Two quotes in a row stand for one. */
  private static int quoted(String line, int from, StringBuilder field, int number)
      throws PolicyException {
    int at = from;
    while (at < line.length()) {
      if (line.charAt(at) != '"') {
        field.append(line.charAt(at++));
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at += 2;
      } else {
        at++;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
          at++;
        }
        return at;
      }
    }
    throw new PolicyException("Line " + number + " has a quote that does not end");
  }
}
