package io.appofapps.confluence.configuration;

import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.ServiceRules;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that a configuration must keep, whichever way it comes in. What only the server or the
 * cluster can tell (a missing secret, a file that may not be read, an address nobody answers at) is
 * not among them: that is what a connection's state says.
 */
public final class ConfigurationChecks {

  private static final int MOST_CONNECTIONS = 200;
  private static final int MOST_SETS = 2_000;

  private ConfigurationChecks() {}

  /** What is wrong with the whole, empty when nothing is. */
  public static List<FieldError> of(Configuration configuration) {
    Findings findings = new Findings("");
    findings.atMost("connections", configuration.connections().size(), MOST_CONNECTIONS);
    findings.atMost("sets", configuration.sets().size(), MOST_SETS);
    List<FieldError> found = new ArrayList<>(findings.all());
    connections(configuration, found);
    sets(configuration, found);
    found.addAll(of(configuration.environments(), configuration.services()));
    found.addAll(of(configuration.drift()));
    found.addAll(of(configuration.documentation()));
    found.addAll(of(configuration.metadata()));
    found.addAll(of(configuration.promotion()));
    found.addAll(of(configuration.copilot()));
    found.addAll(ofRepositories(configuration.repositories()));
    found.addAll(ofHooks(configuration.hooks()));
    return found;
  }

  /** What is wrong with one connection by itself, empty when nothing is. */
  public static List<FieldError> of(ConnectionSettings settings) {
    Findings findings = new Findings("");
    new ConnectionChecks(findings).check(settings);
    return findings.all();
  }

  /** What is wrong with one set by itself, empty when nothing is. */
  public static List<FieldError> of(SetDefinition set) {
    Findings findings = new Findings("");
    SetChecks.check(set, findings);
    return findings.all();
  }

  /** What is wrong with the Git repositories, empty when nothing is. */
  public static List<FieldError> ofRepositories(List<RepositorySettings> repositories) {
    Findings findings = new Findings("");
    RepositoryChecks.check(repositories, findings);
    return findings.all();
  }

  /** What is wrong with the hooks, empty when nothing is. */
  public static List<FieldError> ofHooks(List<HookSettings> hooks) {
    Findings findings = new Findings("");
    HookChecks.check(hooks, findings);
    return findings.all();
  }

  /** What is wrong with the rules, empty when nothing is. */
  public static List<FieldError> of(EnvironmentRules environments, ServiceRules services) {
    Findings findings = new Findings("");
    RuleChecks.check(environments, services, findings);
    return findings.all();
  }

  /** What is wrong with the rules on documentation, empty when nothing is. */
  public static List<FieldError> of(DocumentationRules documentation) {
    Findings findings = new Findings("documentation.");
    DocumentationChecks.check(documentation, findings);
    return findings.all();
  }

  /** What is wrong with the rules on metadata, empty when nothing is. */
  public static List<FieldError> of(MetadataRules metadata) {
    Findings findings = new Findings("metadata.");
    MetadataChecks.check(metadata, findings);
    return findings.all();
  }

  /** What is wrong with the rules on promotions, empty when nothing is. */
  public static List<FieldError> of(PromotionRules promotion) {
    Findings findings = new Findings("promotion.");
    PromotionChecks.check(promotion, findings);
    return findings.all();
  }

  /** What is wrong with the rules on copilots, empty when nothing is. */
  public static List<FieldError> of(CopilotRules copilot) {
    Findings findings = new Findings("copilot.");
    findings.unless(
        copilot.callsPerMinute() >= 10 && copilot.callsPerMinute() <= 6_000,
        "callsPerMinute",
        "must be from 10 to 6000");
    return findings.all();
  }

  /** What is wrong with the rules on drift, empty when nothing is. */
  public static List<FieldError> of(DriftRules drift) {
    Findings findings = new Findings("drift.");
    DriftChecks.check(drift, findings);
    return findings.all();
  }

  private static void connections(Configuration configuration, List<FieldError> found) {
    Set<String> ids = new HashSet<>();
    int index = 0;
    for (ConnectionSettings settings : configuration.connections()) {
      Findings findings = new Findings("connections[" + index++ + "].");
      new ConnectionChecks(findings).check(settings);
      findings.unless(
          ids.add(settings.id()), "id", "is that of another connection too: each needs its own");
      found.addAll(findings.all());
    }
  }

  private static void sets(Configuration configuration, List<FieldError> found) {
    Set<String> ids =
        configuration.connections().stream()
            .map(ConnectionSettings::id)
            .collect(Collectors.toSet());
    Set<String> keys = new HashSet<>();
    int index = 0;
    for (SetDefinition set : configuration.sets()) {
      Findings findings = new Findings("sets[" + index++ + "].");
      SetChecks.check(set, findings);
      findings.unless(
          keys.add(set.key()), "key", "is that of another deployment set too: each needs its own");
      findings.unless(
          ids.contains(set.connection()),
          "connection",
          "is not the id of a connection: add the connection, or name another one");
      found.addAll(findings.all());
    }
  }
}
