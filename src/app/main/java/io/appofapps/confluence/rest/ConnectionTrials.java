package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.cluster.ConnectionTest;
import io.appofapps.confluence.cluster.ConnectionTestResult;
import io.appofapps.confluence.cluster.KubeconfigContexts;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tries connections and kubeconfigs; stores nothing. */
@Named
public class ConnectionTrials {

  private final ConnectionTest test;
  private final KubeconfigContexts contexts;
  private final Secrets secrets;

  @Inject
  public ConnectionTrials(ConnectionTest test, KubeconfigContexts contexts, Secrets secrets) {
    this.test = test;
    this.contexts = contexts;
    this.secrets = secrets;
  }

  /** {@code {"ok", "layer", "message", "remedy"}} for a stored connection. */
  Map<String, Object> test(ConnectionSettings stored) {
    return test(stored, secrets::find);
  }

  /** The same for one that is not stored, with the secrets it brings. */
  Map<String, Object> test(Draft<ConnectionSettings> draft) {
    return test(
        draft.value(),
        reference ->
            Optional.ofNullable(draft.secrets().get(reference)).or(() -> secrets.find(reference)));
  }

  private Map<String, Object> test(
      ConnectionSettings settings, Function<SecretReference, Optional<SecretText>> texts) {
    ConnectionTestResult result = test.test(settings, texts);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", result.ok());
    answer.put("layer", result.layer().word());
    answer.put("message", result.message());
    answer.put("remedy", result.remedy());
    return answer;
  }

  /**
   * {@code {"contexts": [{"name", "cluster", "user", "namespace", "usable", "problem"}], "current",
   * "problem"}} for {@code {"kubeconfig": "…"}}.
   *
   * @throws RefusedException 400 when there is no kubeconfig
   */
  Map<String, Object> contexts(ObjectNode body) {
    if (!body.path("kubeconfig").isTextual()) {
      throw new RefusedException(400, "Send the text of a kubeconfig as the field kubeconfig.");
    }
    KubeconfigContexts.Offer offer =
        contexts.read(new SecretText(body.path("kubeconfig").asText()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("contexts", offer.contexts().stream().map(ConnectionTrials::context).toList());
    answer.put("current", offer.current().orElse(null));
    answer.put("problem", offer.problem());
    return answer;
  }

  private static Map<String, Object> context(KubeconfigContexts.Choice choice) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("name", choice.name());
    context.put("cluster", choice.cluster());
    context.put("user", choice.user());
    context.put("namespace", choice.namespace());
    context.put("usable", choice.problem().isEmpty());
    context.put("problem", choice.problem());
    return context;
  }
}
