package io.appofapps.confluence.docs;

import java.util.List;
import java.util.Set;

/**
 * What an administrator decides about documentation.
 *
 * @param scheduled whether the pages are read by the schedule; a run can be started anyway
 * @param cron when, as Confluence's scheduler takes it: seconds, minutes, hours, days of the month,
 *     months, days of the week
 * @param spaces keys of the spaces that are read, empty for all that are not archived
 * @param bindings the rules that bind pages, besides macros and annotations
 * @param fields what is compared
 * @param mode what is done in sets without a mode of their own
 * @param modes modes of sets, each set once
 * @param mender name of the user who mends pages, empty for nobody
 * @param templateSpace key of the space that is offered first for new pages, empty for none
 */
public record DocumentationRules(
    boolean scheduled,
    String cron,
    List<String> spaces,
    List<BindingRule> bindings,
    List<FieldRule> fields,
    DocumentationMode mode,
    List<SetMode> modes,
    String mender,
    String templateSpace) {

  /** What holds before anybody has decided anything: every night, to report. */
  public static final DocumentationRules DEFAULT =
      new DocumentationRules(
          true,
          "0 30 2 * * ?",
          List.of(),
          List.of(),
          List.of(
              FieldRule.of("owner", "Owner", "Besitzer", "Verantwortlich"),
              FieldRule.of("team", "Team"),
              FieldRule.of("on-call", "On-call", "On call", "Bereitschaft"),
              FieldRule.of("runbook", "Runbook"),
              FieldRule.of("repository", "Repository", "Source code", "Quellcode")),
          DocumentationMode.REPORT,
          List.of(),
          "",
          "");

  public DocumentationRules {
    spaces = List.copyOf(spaces);
    bindings = List.copyOf(bindings);
    fields = List.copyOf(fields);
    modes = List.copyOf(modes);
  }

  /** The mode of an Application in those sets: the boldest of them, OFF only if all are. */
  public DocumentationMode mode(Set<String> sets) {
    return sets.stream().map(this::mode).max(Enum::compareTo).orElse(mode);
  }

  private DocumentationMode mode(String set) {
    return modes.stream()
        .filter(each -> each.key().equals(set))
        .map(SetMode::mode)
        .findFirst()
        .orElse(mode);
  }

  /** Whether labels say anything, so that they have to be read. */
  public boolean needsLabels() {
    return fields.stream().anyMatch(each -> !each.label().isEmpty())
        || bindings.stream().anyMatch(each -> each.on() == BindingRule.On.LABEL);
  }
}
