package io.appofapps.confluence.configuration;

import java.util.regex.Pattern;

/** The rules of one deployment set. */
final class SetChecks {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern SPACE = Pattern.compile("~?[A-Za-z0-9._-]{1,255}");

  private SetChecks() {}

  static void check(SetDefinition set, Findings findings) {
    findings.shape(
        "key", set.key(), KEY, "must be 1 to 100 letters, digits, dots, underscores and hyphens");
    findings.line("title", set.title(), 200);
    findings.shape(
        "namespace",
        set.namespace(),
        NAMESPACE,
        "must be the namespace of the root Application: lower-case letters, digits and hyphens");
    findings.shape(
        "name",
        set.name(),
        NAME,
        "must be the name of the root Application: lower-case letters, digits, dots and hyphens");
    findings.shapes("spaces", set.spaces(), 1_000, SPACE, "must be the key of a space");
  }
}
