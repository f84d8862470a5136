package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
   * @param written says of a line where it stands
   * @throws PolicyException when a line is neither a permission nor a grant of a role
   */
  static Policy parse(String csv, Function<String, PolicyLine> written) throws PolicyException {
    List<Permission> permissions = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (String line : csv.split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        List<String> fields = fields(stripped);
        if (fields.size() == 6 && fields.get(0).equals("p")) {
          permissions.add(permission(fields, written.apply(stripped)));
        } else if (fields.size() == 3 && fields.get(0).equals("g")) {
          grants.add(new Grant(fields.get(1), fields.get(2)));
        } else {
          throw new PolicyException(stripped, "Neither a p line nor a g line");
        }
      }
    }
    return new Policy(permissions, grants);
  }

  private static Permission permission(List<String> fields, PolicyLine written)
      throws PolicyException {
    String effect = fields.get(5);
    if (!effect.equals("allow") && !effect.equals("deny")) {
      throw new PolicyException(written.text(), "Neither allows nor denies");
    }
    return new Permission(
        fields.get(1),
        fields.get(2),
        fields.get(3),
        fields.get(4),
        effect.equals("allow"),
        written);
  }

  private static List<String> fields(String line) throws PolicyException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      StringBuilder field = new StringBuilder();
      at =
          at < line.length() && line.charAt(at) == '"'
              ? quoted(line, at + 1, field)
              : plain(line, at, field);
      fields.add(field.toString());
      if (at >= line.length()) {
        return fields;
      }
      if (line.charAt(at) != ',') {
        throw new PolicyException(line, "Text behind a quote");
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
  private static int quoted(String line, int from, StringBuilder field) throws PolicyException {
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
    throw new PolicyException(line, "A quote does not end");
  }
}
