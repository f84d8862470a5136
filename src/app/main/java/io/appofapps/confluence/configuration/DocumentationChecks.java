package io.appofapps.confluence.configuration;

import io.appofapps.confluence.docs.BindingRule;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.SetMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the rules on documentation. */
final class DocumentationChecks {

  private static final int MOST = 200;
  private static final int LONGEST = 255;
  private static final String ANSWER = "{}";
  private static final Pattern SPACE = Pattern.compile("~?[A-Za-z0-9._@-]{1,255}");
  private static final String SPACE_SHAPE = "must be the key of a space";
  private static final Pattern SET = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final String PART = "[0-9A-Za-z*?/,#LW-]{1,100}";
  private static final Pattern CRON = Pattern.compile(PART + "(?: +" + PART + "){5,6}");

  private DocumentationChecks() {}

  static void check(DocumentationRules rules, Findings findings) {
    findings.shape(
        "cron",
        rules.cron(),
        CRON,
        "must have six parts: second, minute, hour, day of the month, month, day of the week");
    findings.shapes("spaces", rules.spaces(), MOST, SPACE, SPACE_SHAPE);
    findings.atMost("bindings", rules.bindings().size(), MOST);
    for (int i = 0; i < rules.bindings().size(); i++) {
      binding("bindings[" + i + "].", rules.bindings().get(i), findings);
    }
    fields(rules.fields(), findings);
    modes(rules.modes(), findings);
    findings.optionalLine("mender", rules.mender(), LONGEST);
    boolean mends =
        rules.mode() == DocumentationMode.MEND
            || rules.modes().stream().anyMatch(each -> each.mode() == DocumentationMode.MEND);
    findings.unless(
        !mends || !rules.mender().isBlank(),
        "mender",
        "is missing: name the user in whose name pages are mended");
    optionalSpace("templateSpace", rules.templateSpace(), findings);
  }

  private static void binding(String at, BindingRule rule, Findings findings) {
    optionalSpace(at + "space", rule.space(), findings);
    findings.line(at + "pattern", rule.pattern(), LONGEST);
    int answer = rule.pattern().indexOf(ANSWER);
    findings.unless(
        answer >= 0 && rule.pattern().indexOf(ANSWER, answer + 1) < 0,
        at + "pattern",
        "must have {} once, where the name of the Application or the service stands");
    findings.unless(
        rule.set().isEmpty() || SET.matcher(rule.set()).matches(),
        at + "set",
        "must be the key of a deployment set");
  }

  private static void fields(List<FieldRule> fields, Findings findings) {
    findings.atMost("fields", fields.size(), MOST);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      String at = "fields[" + i + "].";
      FieldRule field = fields.get(i);
      findings.line(at + "key", field.key(), LONGEST);
      findings.unless(seen.add(field.key()), at + "key", "is there twice: remove one");
      findings.atMost(at + "headers", field.headers().size(), MOST);
      for (int h = 0; h < field.headers().size(); h++) {
        findings.line(at + "headers[" + h + "]", field.headers().get(h), LONGEST);
      }
      findings.unless(
          !field.headers().isEmpty() || !field.label().isEmpty(),
          at + "headers",
          "is missing: say where pages name the field");
      findings.optionalLine(at + "label", field.label(), LONGEST);
      findings.unless(
          field.label().isEmpty()
              || field.label().indexOf(ANSWER) == field.label().lastIndexOf(ANSWER)
                  && field.label().contains(ANSWER),
          at + "label",
          "must have {} once, where the value stands");
    }
  }

  private static void modes(List<SetMode> modes, Findings findings) {
    findings.atMost("modes", modes.size(), 2_000);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < modes.size(); i++) {
      String at = "modes[" + i + "].key";
      findings.shape(at, modes.get(i).key(), SET, "must be the key of a deployment set");
      findings.unless(seen.add(modes.get(i).key()), at, "is there twice: remove one");
    }
  }

  private static void optionalSpace(String field, String space, Findings findings) {
    findings.unless(space.isEmpty() || SPACE.matcher(space).matches(), field, SPACE_SHAPE);
  }
}
