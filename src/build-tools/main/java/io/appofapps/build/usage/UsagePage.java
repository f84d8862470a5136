package io.appofapps.build.usage;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.objectweb.asm.Type;

/**
 * The usage as a page of Markdown, without anything that changes from one build to the next.
 *
 * @param types types by binary name
 * @param members members used
 * @param inheritances classes that implement or extend the host's types
 */
record UsagePage(
    SortedMap<String, TypeKind> types,
    SortedSet<Member> members,
    SortedSet<Inheritance> inheritances) {

  private static final String HEAD =
      """
      # Atlassian API usage

      Every type and member of Atlassian's API (with Active Objects) that the classes of the jar refer
      to. Generated: do not edit; refresh it with

          mvn -q -Papi-usage -pl src/app -am process-classes

      `mvn verify` fails when this page is stale. The same list ships in the jar, and
      `GET /rest/aoa/1.0/admin/compatibility` compares it with the Confluence that runs.

      """;

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("%d types, %d members.%n%n".formatted(types.size(), members.size()));
    page.append("## Types\n\n| type | used as |\n|---|---|\n");
    for (Map.Entry<String, TypeKind> type : types.entrySet()) {
      row(page, type.getKey(), type.getValue().word());
    }
    page.append("\n## Members\n\n| owner | member | descriptor | static |\n|---|---|---|---|\n");
    for (Member member : members) {
      row(page, member.owner(), code(readable(member)), code(member.descriptor()), word(member));
    }
    page.append("\n## Types implemented or extended\n\n| type | by |\n|---|---|\n");
    for (Inheritance inheritance : inheritances) {
      row(page, inheritance.host(), inheritance.own());
    }
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String readable(Member member) {
    if (!member.isMethod()) {
      return member.name();
    }
    StringBuilder text = new StringBuilder(member.name()).append('(');
    String separator = "";
    for (Type parameter : Type.getArgumentTypes(member.descriptor())) {
      String name = parameter.getClassName();
      text.append(separator).append(name.substring(name.lastIndexOf('.') + 1));
      separator = ", ";
    }
    return text.append(')').toString();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String word(Member member) {
    return member.isStatic() ? "static" : "";
  }
}
