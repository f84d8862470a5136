package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.OwnerReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What the app keeps of a resource's metadata. */
final class Metadata {

  static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final String ARGO_GROUP = "argoproj.io/";
  private static final int MAX_ENTRIES = 200;

  private Metadata() {}

  static ApplicationKey key(String connection, ObjectMeta meta) {
    return new ApplicationKey(
        connection,
        Objects.requireNonNullElse(meta.getNamespace(), ""),
        Objects.requireNonNullElse(meta.getName(), ""));
  }

  static String uid(ObjectMeta meta) {
    return Objects.requireNonNullElse(meta.getUid(), "");
  }

  static Map<String, String> labels(ObjectMeta meta, Problems problems) {
    return kept("metadata.labels", meta.getLabels(), problems);
  }

  /** Annotations without kubectl's copy of the whole manifest. */
  static Map<String, String> annotations(ObjectMeta meta, Problems problems) {
    return kept("metadata.annotations", meta.getAnnotations(), problems);
  }

  private static Map<String, String> kept(
      String path, Map<String, String> entries, Problems problems) {
    Map<String, Object> sorted = new TreeMap<>();
    if (entries != null) {
      sorted.putAll(entries);
      sorted.remove(LAST_APPLIED);
    }
    Fields fields = Fields.of(Map.of(path, sorted), problems).object(path);
    Map<String, String> result = new TreeMap<>();
    for (String name : sorted.keySet()) {
      if (result.size() == MAX_ENTRIES) {
        problems.note(path, Problems.Reason.TOO_MANY);
        break;
      }
      result.put(name, fields.text(name));
    }
    return result;
  }

  /** The ApplicationSet that controls the resource. */
  static Optional<OwnerReference> controllingApplicationSet(ObjectMeta meta) {
    return meta.getOwnerReferences().stream()
        .filter(owner -> "ApplicationSet".equals(owner.getKind()))
        .filter(
            owner -> Objects.requireNonNullElse(owner.getApiVersion(), "").startsWith(ARGO_GROUP))
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .filter(owner -> owner.getName() != null)
        .findFirst()
        .map(
            owner ->
                new OwnerReference(
                    Objects.requireNonNullElse(owner.getUid(), ""), owner.getName()));
  }
}
