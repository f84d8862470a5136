package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.configuration.document.Draft;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stored secret goes only where it was entered for. Who could send it elsewhere, by changing the
 * address or by naming it in another connection, could read it there, although nobody can read it
 * here.
 */
public final class SecretReach {

  private static final String MESSAGE =
      "Enter it again: a stored secret is never sent to another address, through another proxy or"
          + " without a check of the certificate than it was entered for.";

  private SecretReach() {}

  /** Where a connection sends its secrets. */
  private record Destination(Optional<URI> server, Optional<URI> proxy, boolean insecureTls) {
    static Destination of(ConnectionSettings settings) {
      return new Destination(settings.server(), settings.proxy(), settings.insecureTls());
    }
  }

  /**
   * Checks one connection.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields within the connection, for instance {@code
   *     signIn.token}
   */
  public static void check(Configuration holds, Draft<ConnectionSettings> draft) {
    refuse(errors(holds, draft.value(), draft.secrets().keySet(), ""));
  }

  /**
   * Checks all connections of a document.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields such as {@code connections[0].signIn.token}
   */
  public static void checkAll(Configuration holds, Draft<Configuration> draft) {
    List<FieldError> errors = new ArrayList<>();
    List<ConnectionSettings> connections = draft.value().connections();
    for (int i = 0; i < connections.size(); i++) {
      errors.addAll(
          errors(holds, connections.get(i), draft.secrets().keySet(), "connections[" + i + "]."));
    }
    refuse(errors);
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
  }

  private static List<FieldError> errors(
      Configuration holds, ConnectionSettings next, Set<SecretReference> entered, String prefix) {
    List<SecretReference> secrets = next.signIn().secrets();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < secrets.size(); i++) {
      if (!entered.contains(secrets.get(i)) && isOfAnother(holds, secrets.get(i), next)) {
        errors.add(new FieldError(prefix + "signIn." + field(next.signIn(), i), MESSAGE));
      }
    }
    return errors;
  }

  private static boolean isOfAnother(
      Configuration holds, SecretReference secret, ConnectionSettings next) {
    List<Destination> known =
        holds.connections().stream()
            .filter(each -> each.signIn().secrets().contains(secret))
            .map(Destination::of)
            .toList();
    return !known.isEmpty() && !known.contains(Destination.of(next));
  }

  private static String field(SignIn signIn, int number) {
    if (signIn instanceof SignIn.Token) {
      return number == 0 ? "token" : "secondToken";
    }
    return signIn instanceof SignIn.Kubeconfig ? "kubeconfig" : "privateKey";
  }
}
