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
    Parts parts = new Parts(this);
    parts.connections = others;
    return parts.together();
  }

  /** This with other defined sets. */
  public Configuration withSets(List<SetDefinition> others) {
    Parts parts = new Parts(this);
    parts.sets = others;
    return parts.together();
  }

  /** This with other rules. */
  public Configuration withRules(EnvironmentRules ofEnvironments, ServiceRules ofServices) {
    Parts parts = new Parts(this);
    parts.environments = ofEnvironments;
    parts.services = ofServices;
    return parts.together();
  }

  /** This with or without discovered sets. */
  public Configuration withDiscoverSets(boolean discover) {
    Parts parts = new Parts(this);
    parts.discoverSets = discover;
    return parts.together();
  }

  /** This with other rules on drift. */
  public Configuration withDrift(DriftRules rules) {
    Parts parts = new Parts(this);
    parts.drift = rules;
    return parts.together();
  }

  /** This with other rules on documentation. */
  public Configuration withDocumentation(DocumentationRules rules) {
    Parts parts = new Parts(this);
    parts.documentation = rules;
    return parts.together();
  }

  /** This with other rules on metadata. */
  public Configuration withMetadata(MetadataRules rules) {
    Parts parts = new Parts(this);
    parts.metadata = rules;
    return parts.together();
  }

  /** This with other Git repositories. */
  public Configuration withRepositories(List<RepositorySettings> others) {
    Parts parts = new Parts(this);
    parts.repositories = others;
    return parts.together();
  }

  /** This with other rules on promotions. */
  public Configuration withPromotion(PromotionRules rules) {
    Parts parts = new Parts(this);
    parts.promotion = rules;
    return parts.together();
  }

  /** This with other rules on copilots. */
  public Configuration withCopilot(CopilotRules rules) {
    Parts parts = new Parts(this);
    parts.copilot = rules;
    return parts.together();
  }

  /** This with other hooks. */
  public Configuration withHooks(List<HookSettings> others) {
    Parts parts = new Parts(this);
    parts.hooks = others;
    return parts.together();
  }

  /** A copy of which one part or two are replaced. */
  private static final class Parts {
    private List<ConnectionSettings> connections;
    private List<SetDefinition> sets;
    private EnvironmentRules environments;
    private ServiceRules services;
    private boolean discoverSets;
    private DriftRules drift;
    private DocumentationRules documentation;
    private MetadataRules metadata;
    private List<RepositorySettings> repositories;
    private PromotionRules promotion;
    private CopilotRules copilot;
    private List<HookSettings> hooks;

    Parts(Configuration of) {
      connections = of.connections;
      sets = of.sets;
      environments = of.environments;
      services = of.services;
      discoverSets = of.discoverSets;
      drift = of.drift;
      documentation = of.documentation;
      metadata = of.metadata;
      repositories = of.repositories;
      promotion = of.promotion;
      copilot = of.copilot;
      hooks = of.hooks;
    }

    Configuration together() {
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
          hooks);
    }
  }
}
