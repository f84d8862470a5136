package io.appofapps.confluence.configuration;

import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.ServiceRules;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that an administrator decides. Immutable; secrets are only named, never held.
 *
 * @param connections in the order of the administrator, ids unique
 * @param sets deployment sets defined by an administrator, keys unique
 * @param environments how the environment of an Application is told
 * @param services how the service of an Application is told
 * @param discoverSets whether roots found in the clusters are deployment sets too
 * @param drift from when on something is drift, and what is looked for
 * @param documentation which pages stand for what, and what is done about them
 * @param metadata which metadata of services is looked for, and where
 * @param repositories Git repositories, ids and addresses unique
 * @param promotion whether and how versions are promoted
 * @param copilot what copilots may do
 * @param hooks who may send hints that something has changed, ids unique
 */
public record Configuration(
    List<ConnectionSettings> connections,
    List<SetDefinition> sets,
    EnvironmentRules environments,
    ServiceRules services,
    boolean discoverSets,
    DriftRules drift,
    DocumentationRules documentation,
    MetadataRules metadata,
    List<RepositorySettings> repositories,
    PromotionRules promotion,
    CopilotRules copilot,
    List<HookSettings> hooks) {

  /** What holds before anybody has decided anything. */
  public static final Configuration EMPTY =
      new Configuration(
          List.of(),
          List.of(),
          EnvironmentRules.DEFAULT,
          ServiceRules.DEFAULT,
          true,
          DriftRules.DEFAULT,
          DocumentationRules.DEFAULT,
          MetadataRules.DEFAULT,
          List.of(),
          PromotionRules.DEFAULT,
          CopilotRules.DEFAULT,
          List.of());

  public Configuration {
    connections = List.copyOf(connections);
    sets = List.copyOf(sets);
    repositories = List.copyOf(repositories);
    hooks = List.copyOf(hooks);
  }

  /** Cheap: a configuration is part of many keys, and seldom are there two of them. */
  @Override
  public int hashCode() {
    return 31 * connections.size() + sets.size();
  }

  /**
   * Whether promotions or a deployment set of the connection ask for Argo CD's project roles: its
   * rights are the only ones that a promotion knows.
   */
  public boolean asksForProjectRoles(String connection) {
    return promotion.enabled()
        || sets.stream()
            .filter(set -> set.connection().equals(connection))
            .anyMatch(set -> set.viewers() == SetDefinition.Viewers.PROJECT_ROLE);
  }

  /** The connection of that id. */
  public Optional<ConnectionSettings> connection(String id) {
    return connections.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The secrets that it names. */
  public Set<SecretReference> secrets() {
    return Stream.of(
            connections.stream().flatMap(each -> each.signIn().secrets().stream()),
            repositories.stream().flatMap(each -> each.secrets().stream()),
            promotion.webhook().stream().map(each -> new SecretReference(each.secret())),
            hooks.stream().map(HookSettings::secret))
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  /** This with other connections. */
  public Configuration withConnections(List<ConnectionSettings> others) {
    return new Configuration(
        others,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other defined sets. */
  public Configuration withSets(List<SetDefinition> others) {
    return new Configuration(
        connections,
        others,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other rules. */
  public Configuration withRules(EnvironmentRules ofEnvironments, ServiceRules ofServices) {
    return new Configuration(
        connections,
        sets,
        ofEnvironments,
        ofServices,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with or without discovered sets. */
  public Configuration withDiscoverSets(boolean discover) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discover,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other rules on drift. */
  public Configuration withDrift(DriftRules rules) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        rules,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other rules on documentation. */
  public Configuration withDocumentation(DocumentationRules rules) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        rules,
        metadata,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other rules on metadata. */
  public Configuration withMetadata(MetadataRules rules) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        rules,
        repositories,
        promotion,
        copilot,
        hooks);
  }

  /** This with other Git repositories. */
  public Configuration withRepositories(List<RepositorySettings> others) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        others,
        promotion,
        copilot,
        hooks);
  }

  /** This with other rules on promotions. */
  public Configuration withPromotion(PromotionRules rules) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        rules,
        copilot,
        hooks);
  }

  /** This with other rules on copilots. */
  public Configuration withCopilot(CopilotRules rules) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        rules,
        hooks);
  }

  /** This with other hooks. */
  public Configuration withHooks(List<HookSettings> others) {
    return new Configuration(
        connections,
        sets,
        environments,
        services,
        discoverSets,
        drift,
        documentation,
        metadata,
        repositories,
        promotion,
        copilot,
        others);
  }
}
