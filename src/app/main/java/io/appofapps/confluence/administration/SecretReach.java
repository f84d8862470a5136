package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.promotion.rules.Webhook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stored secret goes only where it was entered for. Who could send it elsewhere, by changing the
 * address or by naming it in another connection or repository, could read it there, although nobody
 * can read it here.
 */
public final class SecretReach {

  private static final String MESSAGE =
      "Enter it again: a stored secret is never sent to another address, through another proxy or"
          + " without a check of the certificate than it was entered for.";

  private SecretReach() {}

  /** Where a secret is sent. */
  private record Destination(Optional<URI> server, Optional<URI> proxy, boolean insecureTls) {

    static final Destination NOWHERE =
        new Destination(Optional.of(URI.create("nowhere:/")), Optional.empty(), false);

    static Destination of(ConnectionSettings settings) {
      return new Destination(settings.server(), settings.proxy(), settings.insecureTls());
    }

    /** A Git host: one secret may be for many of its repositories. */
    static Destination ofHost(String address) {
      return new Destination(
          Optional.of(URI.create(address).resolve("/")), Optional.empty(), false);
    }
  }

  /** Where the webhook's deliveries go: other paths of the same host are as good. */
  private static Destination of(Webhook webhook) {
    return new Destination(
        Optional.of(URI.create(webhook.url()).resolve("/")), Optional.empty(), false);
  }

  /** A field that names a secret, and where that goes. */
  private record Use(String field, SecretReference secret, Destination destination) {}

  /**
   * Checks one connection.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields within the connection, for instance {@code
   *     signIn.token}
   */
  public static void check(Configuration holds, Draft<ConnectionSettings> draft) {
    check(holds, uses(draft.value(), ""), draft.secrets().keySet());
  }

  /**
   * Checks the Git repositories.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields such as {@code repositories[0].signIn.token}
   */
  public static void checkRepositories(Configuration holds, Draft<List<RepositorySettings>> draft) {
    check(holds, ofRepositories(draft.value()), draft.secrets().keySet());
  }

  /**
   * Checks the rules on promotions.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException of the field {@code promotion.webhook.secret}
   */
  public static void checkPromotion(Configuration holds, Draft<PromotionRules> draft) {
    check(holds, ofPromotion(draft.value()), draft.secrets().keySet());
  }

  /**
   * Checks the hooks.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields such as {@code hooks[0].secret}
   */
  public static void checkHooks(Configuration holds, Draft<List<HookSettings>> draft) {
    check(holds, ofHooks(draft.value()), draft.secrets().keySet());
  }

  /**
   * Checks all that a document names.
   *
   * @param holds the configuration in force
   * @throws InvalidConfigurationException with fields such as {@code connections[0].signIn.token}
   */
  public static void checkAll(Configuration holds, Draft<Configuration> draft) {
    check(holds, all(draft.value()), draft.secrets().keySet());
  }

  private static void check(Configuration holds, List<Use> next, Set<SecretReference> entered) {
    List<Use> known = all(holds);
    List<FieldError> errors =
        next.stream()
            .filter(use -> !entered.contains(use.secret()) && isOfAnother(known, use))
            .map(use -> new FieldError(use.field(), MESSAGE))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
  }

  private static boolean isOfAnother(List<Use> known, Use use) {
    List<Destination> ofSecret =
        known.stream()
            .filter(each -> each.secret().equals(use.secret()))
            .map(Use::destination)
            .toList();
    return !ofSecret.isEmpty() && !ofSecret.contains(use.destination());
  }

  private static List<Use> all(Configuration configuration) {
    List<Use> uses = new ArrayList<>(ofRepositories(configuration.repositories()));
    uses.addAll(ofPromotion(configuration.promotion()));
    uses.addAll(ofHooks(configuration.hooks()));
    List<ConnectionSettings> connections = configuration.connections();
    for (int i = 0; i < connections.size(); i++) {
      uses.addAll(uses(connections.get(i), "connections[" + i + "]."));
    }
    return uses;
  }

  private static List<Use> uses(ConnectionSettings connection, String prefix) {
    List<SecretReference> secrets = connection.signIn().secrets();
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < secrets.size(); i++) {
      uses.add(
          new Use(
              prefix + "signIn." + field(connection.signIn(), i),
              secrets.get(i),
              Destination.of(connection)));
    }
    return uses;
  }

  private static List<Use> ofRepositories(List<RepositorySettings> repositories) {
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < repositories.size(); i++) {
      RepositorySettings repository = repositories.get(i);
      String at = "repositories[" + i + "].signIn.";
      Destination host = Destination.ofHost(repository.url());
      Optional<RepositorySettings.SignIn> signIn = repository.signIn();
      Optional<SecretReference> token = signIn.flatMap(RepositorySettings.SignIn::token);
      token.ifPresent(secret -> uses.add(new Use(at + "token", secret, host)));
      repository
          .review()
          .flatMap(RepositorySettings.Review::apiUrl)
          .map(Destination::ofHost)
          .filter(api -> token.isPresent())
          .ifPresent(api -> uses.add(new Use(at + "token", token.get(), api)));
      signIn
          .flatMap(RepositorySettings.SignIn::ssh)
          .ifPresent(
              ssh -> {
                uses.add(new Use(at + "ssh.key", ssh.key(), host));
                ssh.passphrase()
                    .ifPresent(word -> uses.add(new Use(at + "ssh.passphrase", word, host)));
              });
    }
    return uses;
  }

  private static List<Use> ofPromotion(PromotionRules rules) {
    return rules.webhook().stream()
        .map(
            webhook ->
                new Use(
                    "promotion.webhook.secret", new SecretReference(webhook.secret()), of(webhook)))
        .toList();
  }

  /** They are sent nowhere, which is another place than any server. */
  private static List<Use> ofHooks(List<HookSettings> hooks) {
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < hooks.size(); i++) {
      uses.add(new Use("hooks[" + i + "].secret", hooks.get(i).secret(), Destination.NOWHERE));
    }
    return uses;
  }

  private static String field(SignIn signIn, int number) {
    if (signIn instanceof SignIn.Token) {
      return number == 0 ? "token" : "secondToken";
    }
    return signIn instanceof SignIn.Kubeconfig ? "kubeconfig" : "privateKey";
  }
}
