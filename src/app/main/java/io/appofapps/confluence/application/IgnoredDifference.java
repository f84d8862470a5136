package io.appofapps.confluence.application;

import java.util.List;

/**
 * An entry of {@code spec.ignoreDifferences}: what Argo CD does not look at when it compares. Texts
 * are untrusted, long ones cut.
 *
 * @param group API group, empty for the core, may hold wildcards
 * @param kind kind of the resources, may hold wildcards
 * @param namespace empty for all
 * @param name empty for all
 * @param fields jsonPointers and jqPathExpressions as written; a few of them
 * @param managers managedFieldsManagers, whose fields are all ignored; a few of them
 * @param fieldCount how many fields and managers the entry names
 */
public record IgnoredDifference(
    String group,
    String kind,
    String namespace,
    String name,
    List<String> fields,
    List<String> managers,
    int fieldCount) {

  public IgnoredDifference {
    fields = List.copyOf(fields);
    managers = List.copyOf(managers);
  }
}
