package io.appofapps.confluence.configuration;

import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataKey;
import io.appofapps.confluence.ownership.MetadataRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the rules on metadata. */
final class MetadataChecks {

  private static final int MOST_FIELDS = 40;
  private static final int MOST_KEYS = 40;
  private static final int LONGEST_TITLE = 60;

  /** A Kubernetes key: prefix of 253 characters, slash, name of 63. */
  private static final int LONGEST_NAME = 317;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,29}(?:-[a-z0-9]{1,29}){0,3}");

  private MetadataChecks() {}

  static void check(MetadataRules rules, Findings findings) {
    findings.atMost("fields", rules.fields().size(), MOST_FIELDS);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rules.fields().size(); i++) {
      Field field = rules.fields().get(i);
      String at = "fields[" + i + "].";
      findings.shape(
          at + "id", field.id(), ID, "must be words of small letters and digits with hyphens");
      findings.unless(
          !Set.of("service", "complete", "environments", "applications").contains(field.id()),
          at + "id",
          "is a column of its own: take another one");
      findings.unless(ids.add(field.id()), at + "id", "is there twice: each field needs its own");
      findings.unless(
          !field.title().isBlank() || MetadataRules.KNOWN.contains(field.id()),
          at + "title",
          "is missing: say what people shall read");
      findings.optionalLine(at + "title", field.title(), LONGEST_TITLE);
      keys(at + "keys", field.keys(), findings);
    }
  }

  private static void keys(String at, List<MetadataKey> keys, Findings findings) {
    findings.atMost(at, keys.size(), MOST_KEYS);
    findings.unless(!keys.isEmpty(), at, "has no entry: say where the value stands");
    Set<MetadataKey> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      findings.optionalLine(at + "[" + i + "]", keys.get(i).name(), LONGEST_NAME);
      findings.unless(seen.add(keys.get(i)), at + "[" + i + "]", "is there twice: remove one");
    }
  }
}
