package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the account may, as the API server itself tells (SelfSubjectAccessReview). */
final class Rights {

  static final List<WatchedKind<?>> KINDS =
      List.of(WatchedKind.APPLICATIONS, WatchedKind.APPLICATION_SETS, WatchedKind.APP_PROJECTS);

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final List<String> VERBS = List.of("list", "watch");

  private final ConnectionSettings settings;

  Rights(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Paths to list the kind at: one, or one for each namespace. */
  List<String> paths(WatchedKind<?> kind) {
    String base = "/apis/" + WatchedKind.GROUP + "/v1alpha1/";
    return namespaces().stream()
        .map(each -> each.map(name -> base + "namespaces/" + name + "/").orElse(base))
        .map(each -> each + kind.plural())
        .toList();
  }

  /** Notes about optional kinds that may not be read; a right that is needed ends the test. */
  List<String> check(KubernetesClient client) throws FoundException {
    List<String> notes = new ArrayList<>();
    for (WatchedKind<?> kind : KINDS) {
      for (Optional<String> namespace : namespaces()) {
        for (String verb : VERBS) {
          if (isAllowed(client, verb, kind, namespace)) {
            continue;
          }
          if (kind.required()) {
            throw missing(verb, kind, namespace);
          }
          String note = "The account may not " + verb + " " + kind.resource() + where(namespace);
          notes.add(note + ", so these are not shown.");
        }
      }
    }
    return notes;
  }

  /** An answer that cannot be had counts as yes: the list that follows tells. */
  private static boolean isAllowed(
      KubernetesClient client, String verb, WatchedKind<?> kind, Optional<String> namespace) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("group", WatchedKind.GROUP);
    attributes.put("version", "v1alpha1");
    attributes.put("resource", kind.plural());
    attributes.put("verb", verb);
    namespace.ifPresent(name -> attributes.put("namespace", name));
    Map<String, Object> review =
        Map.of(
            "apiVersion",
            "authorization.k8s.io/v1",
            "kind",
            "SelfSubjectAccessReview",
            "spec",
            Map.of("resourceAttributes", attributes));
    try {
      JsonNode answer = ApiTest.read(client.raw(REVIEWS, "POST", review));
      return answer.path("status").path("allowed").asBoolean(true);
    } catch (KubernetesClientException e) {
      if (e.getCode() == 403 || e.getCode() == 404) {
        return true;
      }
      throw e;
    }
  }

  /** What to say of a right that is missing. */
  FoundException missing(String verb, WatchedKind<?> kind, Optional<String> namespace) {
    Optional<String> place = namespace.or(() -> settings.namespaces().stream().findFirst());
    return new FoundException(
        Layer.AUTHORIZATION,
        "The account is known but may not "
            + verb
            + " "
            + kind.resource()
            + where(namespace)
            + " (403).",
        "Grant it the verbs list and watch on "
            + kind.resource()
            + ": download the manifest of this connection and apply it (kubectl apply -f"
            + " app-of-apps.yaml)"
            + (settings.namespaces().isEmpty() ? ", or name the namespaces it may read." : ".")
            + " Check with: kubectl auth can-i "
            + verb
            + " "
            + kind.resource()
            + place.map(name -> " -n " + name).orElse(" --all-namespaces")
            + " --as=<account>.");
  }

  private List<Optional<String>> namespaces() {
    return settings.namespaces().isEmpty()
        ? List.of(Optional.empty())
        : settings.namespaces().stream().map(Optional::of).toList();
  }

  private static String where(Optional<String> namespace) {
    return namespace.map(name -> " in namespace " + name).orElse(" in all namespaces");
  }
}
