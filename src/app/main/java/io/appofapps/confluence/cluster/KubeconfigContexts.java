package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.secret.SecretText;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The contexts of a kubeconfig, for a person to choose one. */
@Named
public class KubeconfigContexts {

  private final ServerRules rules;

  @Inject
  public KubeconfigContexts(ServerRules rules) {
    this.rules = rules;
  }

  /**
   * What a kubeconfig offers.
   *
   * @param current name of its current context
   * @param problem why it cannot be read at all, empty when it can
   */
  public record Offer(List<Choice> contexts, Optional<String> current, String problem) {
    public Offer {
      contexts = List.copyOf(contexts);
    }
  }

  /**
   * One context.
   *
   * @param namespace empty for none
   * @param problem why it cannot be used, empty when it can
   */
  public record Choice(
      String name, String cluster, String user, String namespace, String problem) {}

  /** Reads the text; never throws, never repeats what stands in it but names. */
  public Offer read(SecretText text) {
    try {
      Kubeconfig kubeconfig =
          Kubeconfig.parse(text.reveal(), OwnThreads.withOwnLoader(ClientFactory::serialization));
      return new Offer(kubeconfig.contexts(rules), kubeconfig.currentContext(), "");
    } catch (UnusableConnectionException e) {
      return new Offer(List.of(), Optional.empty(), e.getMessage());
    }
  }
}
