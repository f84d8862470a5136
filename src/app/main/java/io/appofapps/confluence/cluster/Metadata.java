package io.appofapps.confluence.cluster;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.OwnerReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the app keeps of a resource's metadata. */
final class Metadata {

  static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final String ARGO_GROUP = "argoproj.io/";
  private static final int MAX_ENTRIES = 200;
  private static final int MAX_UNREAD = 256;

  /** Groups of annotations that the app itself reads or shows. */
  private static final Set<String> READ_GROUPS =
      Set.of(
          "appofapps.io",
          "a8r.io",
          "backstage.io",
          "argocd.argoproj.io",
          "link.argocd.argoproj.io",
          "kargo.akuity.io");

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

  /**
   * Annotations without kubectl's copy of the whole manifest; long values are cut where only a rule
   * of an administrator could read them.
   */
  static Map<String, String> annotations(ObjectMeta meta, Problems problems) {
    Map<String, String> result = kept("metadata.annotations", meta.getAnnotations(), problems);
    result.replaceAll((name, value) -> isRead(name) ? value : cut(value, MAX_UNREAD));
    return result;
  }

  private static boolean isRead(String name) {
    return READ_GROUPS.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
  }

  /** The text's beginning, at most so many characters of it, none of them broken. */
  static String cut(String value, int most) {
    if (value.length() <= most) {
      return value;
    }
    return value.substring(0, Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most);
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
