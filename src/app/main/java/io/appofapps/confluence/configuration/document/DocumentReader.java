package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationChecks;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.Rule;
import io.appofapps.confluence.environment.ServiceRules;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import java.util.List;
import java.util.Optional;

/** Trees as values; says everything that is wrong at once. */
final class DocumentReader {

  /** The only shape of the document so far. */
  static final int VERSION = 1;

  private final Errors errors = new Errors();
  private final JsonNode root;
  private final boolean form;
  private final SignInReader signIns;

  /**
   * @param form whether the tree is one form of the administration, which may bring read-only
   *     fields back and leave secrets empty
   */
  DocumentReader(JsonNode root, boolean form) {
    this.root = root;
    this.form = form;
    this.signIns = new SignInReader(form);
  }

  Draft<Configuration> configuration() {
    Part part = root();
    if (part.number("version").filter(version -> version == VERSION).isEmpty()) {
      part.error("version", "must be 1, the shape of document that this version of the app knows");
    }
    Configuration configuration =
        new Configuration(
            part.objects("connections", this::connection),
            part.objects("sets", this::set),
            environments(part.object("environments")),
            services(part.object("services")),
            part.flag("discoverSets", true),
            DriftDocument.read(part.object("drift")),
            DocumentationDocument.read(part.object("documentation")),
            MetadataDocument.read(part.object("metadata")),
            repositories(part),
            PromotionDocument.read(part.object("promotion"), signIns),
            CopilotDocument.read(part.object("copilot")),
            hooks(part));
    part.refuseOthers();
    errors.addUnsaid(ConfigurationChecks.of(configuration));
    errors.throwAny();
    return new Draft<>(configuration, signIns.secrets());
  }

  Draft<ConnectionSettings> connection() {
    ConnectionSettings settings = connection(root());
    errors.addUnsaid(ConfigurationChecks.of(settings));
    errors.throwAny();
    return new Draft<>(settings, signIns.secrets());
  }

  SetDefinition set() {
    SetDefinition set = set(root());
    errors.addUnsaid(ConfigurationChecks.of(set));
    errors.throwAny();
    return set;
  }

  RuleSettings rules() {
    Part part = root();
    RuleSettings rules =
        new RuleSettings(
            environments(part.object("environments")), services(part.object("services")));
    part.refuseOthers();
    errors.addUnsaid(ConfigurationChecks.of(rules.environments(), rules.services()));
    errors.throwAny();
    return rules;
  }

  DriftRules drift() {
    DriftRules rules = DriftDocument.read(root());
    errors.addUnsaid(ConfigurationChecks.of(rules));
    errors.throwAny();
    return rules;
  }

  DocumentationRules documentation() {
    DocumentationRules rules = DocumentationDocument.read(root());
    errors.addUnsaid(ConfigurationChecks.of(rules));
    errors.throwAny();
    return rules;
  }

  Draft<PromotionRules> promotion() {
    PromotionRules rules = PromotionDocument.read(new Part(root, "promotion", errors), signIns);
    errors.addUnsaid(ConfigurationChecks.of(rules));
    errors.throwAny();
    return new Draft<>(rules, signIns.secrets());
  }

  CopilotRules copilot() {
    CopilotRules rules = CopilotDocument.read(new Part(root, "copilot", errors));
    errors.addUnsaid(ConfigurationChecks.of(rules));
    errors.throwAny();
    return rules;
  }

  MetadataRules metadata() {
    MetadataRules rules = MetadataDocument.read(new Part(root, "metadata", errors));
    errors.addUnsaid(ConfigurationChecks.of(rules));
    errors.throwAny();
    return rules;
  }

  Draft<List<RepositorySettings>> repositories() {
    Part part = root();
    List<RepositorySettings> repositories = repositories(part);
    part.refuseOthers();
    errors.addUnsaid(ConfigurationChecks.ofRepositories(repositories));
    errors.throwAny();
    return new Draft<>(repositories, signIns.secrets());
  }

  private List<RepositorySettings> repositories(Part part) {
    return part.objects("repositories", each -> RepositoryDocument.read(each, signIns));
  }

  Draft<List<HookSettings>> hooks() {
    Part part = root();
    List<HookSettings> hooks = hooks(part);
    part.refuseOthers();
    errors.addUnsaid(ConfigurationChecks.ofHooks(hooks));
    errors.throwAny();
    return new Draft<>(hooks, signIns.secrets());
  }

  private List<HookSettings> hooks(Part part) {
    return part.objects("hooks", each -> HookDocument.read(each, signIns, form));
  }

  private Part root() {
    Part part = new Part(root, "", errors);
    errors.throwAny();
    return part;
  }

  private ConnectionSettings connection(Part part) {
    String id = part.required("id", "give the connection a short name of its own");
    ConnectionSettings settings =
        new ConnectionSettings(
            id,
            part.text("name").orElse(id),
            part.address("server"),
            part.text("ca"),
            part.flag("insecureTls", false),
            part.address("proxy"),
            signIns.read(part.object("signIn"), id),
            part.has("impersonate")
                ? Optional.of(impersonation(part.object("impersonate")))
                : Optional.empty(),
            part.texts("namespaces"),
            part.address("argoCdUrl"),
            part.flag("paused", false));
    if (form) {
      part.refuseOthers("status", "warnings");
    } else {
      part.refuseOthers();
    }
    return settings;
  }

  private static Impersonation impersonation(Part part) {
    Impersonation as =
        new Impersonation(part.required("user", "name the user to act as"), part.texts("groups"));
    part.refuseOthers();
    return as;
  }

  private SetDefinition set(Part part) {
    String key = part.required("key", "give the deployment set a key for pages");
    SetDefinition set =
        new SetDefinition(
            key,
            part.text("title").orElse(key),
            part.required("connection", "name the connection of the root Application"),
            part.required("namespace", "name the namespace of the root Application"),
            part.required("name", "name the root Application"),
            part.word(
                "viewers", SetDefinition.Viewers.class, Optional.of(SetDefinition.Viewers.PAGE)),
            part.texts("spaces"));
    part.refuseOthers();
    return set;
  }

  private EnvironmentRules environments(Part part) {
    EnvironmentRules rules =
        new EnvironmentRules(
            part.has("order") ? part.texts("order") : EnvironmentRules.DEFAULT.order(),
            part.objects("rules", DocumentReader::rule),
            part.flag("conventions", true));
    part.refuseOthers();
    return rules;
  }

  private ServiceRules services(Part part) {
    ServiceRules rules =
        new ServiceRules(
            part.objects("rules", DocumentReader::rule), part.flag("conventions", true));
    part.refuseOthers();
    return rules;
  }

  private static Rule rule(Part part) {
    Rule rule =
        new Rule(
            part.word("kind", Rule.Kind.class, Optional.empty()),
            part.text("key").orElse(""),
            part.text("pattern").orElse(""),
            part.text("value").orElse(""));
    part.refuseOthers();
    return rule;
  }
}
