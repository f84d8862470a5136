package io.appofapps.confluence.configuration.document;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.ConnectionSettings.Impersonation;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.docs.BindingRule;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.SetMode;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.Rule;
import io.appofapps.confluence.environment.ServiceRules;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataKey;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.promotion.rules.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** All configurations that keep the rules, with texts that look like other things in YAML. */
final class Configurations {

  private static final Arbitrary<String> IDS =
      Arbitraries.strings().withChars("abz019").ofMinLength(1).ofMaxLength(8);

  private static final Arbitrary<String> LINES =
      Arbitraries.oneOf(
          Arbitraries.of(
              "true",
              "~",
              "null",
              "- x",
              "1",
              "0x1",
              "1e3",
              "a: b",
              "#",
              "' \"",
              "{}",
              "[",
              "!t",
              "&a",
              "*a",
              "%x",
              "|",
              ">",
              "@",
              "<<",
              "=",
              " x ",
              "\u00e4\ud83d\ude80",
              "2001-01-01"),
          Arbitraries.strings()
              .withCharRange(' ', '~')
              .ofMinLength(1)
              .ofMaxLength(20)
              .filter(text -> !text.isBlank()));

  private static final Arbitrary<URI> ADDRESSES =
      IDS.map(host -> URI.create("https://" + host + ".example.com:6443/x%20y"));

  private Configurations() {}

  static Arbitrary<Configuration> all(String pem) {
    return Combinators.combine(
            connections(pem),
            environments(),
            rules(),
            booleans(),
            drift(),
            documentation(),
            metadata(),
            Combinators.combine(repositories(), promotion(), hooks()).as(Rest::new))
        .flatAs(
            (connections, environments, rules, flag, drift, documentation, metadata, rest) ->
                sets(connections)
                    .map(
                        sets ->
                            new Configuration(
                                connections,
                                sets,
                                environments,
                                new ServiceRules(rules, flag),
                                !flag,
                                drift,
                                documentation,
                                metadata,
                                rest.repositories(),
                                rest.promotion(),
                                new CopilotRules(!flag, flag, flag ? 10 : 6_000),
                                rest.hooks())));
  }

  private record Rest(
      List<RepositorySettings> repositories, PromotionRules promotion, List<HookSettings> hooks) {}

  private static Arbitrary<List<HookSettings>> hooks() {
    return Combinators.combine(
            IDS, Arbitraries.of(HookSettings.Sender.values()), booleans(), secrets())
        .as(HookSettings::new)
        .list()
        .uniqueElements(HookSettings::id)
        .ofMaxSize(2);
  }

  private static Arbitrary<PromotionRules> promotion() {
    Arbitrary<List<String>> groups = LINES.list().uniqueElements().ofMaxSize(2);
    Arbitrary<ApprovalRule> approvals =
        Combinators.combine(
                Arbitraries.integers().between(0, 10),
                groups,
                Arbitraries.of("release", "role:ops").list().uniqueElements(),
                booleans(),
                Arbitraries.integers().between(1, 8_760).map(Duration::ofHours),
                booleans())
            .as(ApprovalRule::new);
    Arbitrary<List<EnvironmentRule>> environments =
        Combinators.combine(
                Arbitraries.oneOf(IDS, Arbitraries.of("*")),
                approvals,
                Arbitraries.integers().between(0, 129_600).map(Duration::ofMinutes))
            .as(EnvironmentRule::new)
            .list()
            .uniqueElements(EnvironmentRule::environment)
            .ofMaxSize(3);
    Arbitrary<Webhook> webhooks =
        Combinators.combine(
                ADDRESSES.map(URI::toString), Arbitraries.of(Webhook.Format.values()), secrets())
            .as((url, format, secret) -> new Webhook(url, format, secret.name()));
    return Combinators.combine(
            booleans(),
            environments,
            groups,
            booleans(),
            Arbitraries.integers().between(0, 9_999),
            booleans(),
            webhooks.optional())
        .as(PromotionRules::new);
  }

  private static Arbitrary<List<RepositorySettings>> repositories() {
    return Combinators.combine(
            IDS,
            ADDRESSES.map(URI::toString),
            Arbitraries.of(RepositorySettings.JIRA_KEYS, "PAY-\\d+", "#\\d+"),
            Combinators.combine(Arbitraries.of("x-token-auth", "bot"), secrets())
                .as((user, token) -> signIn(user, token))
                .optional(),
            Arbitraries.of(RepositorySettings.Host.values()).optional())
        .as(Configurations::repository)
        .list()
        .uniqueElements(RepositorySettings::id)
        .uniqueElements(RepositorySettings::url)
        .ofMaxSize(3);
  }

  private static RepositorySettings.SignIn signIn(String user, SecretReference token) {
    return new RepositorySettings.SignIn(user, Optional.of(token), Optional.empty());
  }

  /** Pull requests need a token. */
  private static RepositorySettings repository(
      String id,
      String url,
      String stories,
      Optional<RepositorySettings.SignIn> signIn,
      Optional<RepositorySettings.Host> host) {
    return new RepositorySettings(
        id,
        url + "/team/" + id,
        stories,
        signIn,
        host.filter(each -> signIn.isPresent())
            .map(each -> new RepositorySettings.Review(each, Optional.empty())));
  }

  private static Arbitrary<MetadataRules> metadata() {
    Arbitrary<MetadataKey> keys =
        Combinators.combine(Arbitraries.of("label:", "annotation:", "info:"), LINES)
            .as((place, name) -> MetadataKey.parse(place + name).orElseThrow());
    return Combinators.combine(
            IDS.map(id -> "f" + id),
            LINES,
            Arbitraries.of(Field.Kind.values()),
            booleans(),
            booleans(),
            keys.list().uniqueElements().ofMinSize(1).ofMaxSize(3))
        .as(Field::new)
        .list()
        .uniqueElements(Field::id)
        .ofMaxSize(3)
        .map(MetadataRules::new);
  }

  private static Arbitrary<DocumentationRules> documentation() {
    Arbitrary<BindingRule> bindings =
        Combinators.combine(IDS, Arbitraries.of(BindingRule.On.values()), IDS)
            .as((space, on, text) -> new BindingRule(space, on, text + "-{}", ""));
    Arbitrary<FieldRule> fields =
        Combinators.combine(LINES, LINES.list().ofMinSize(1).ofMaxSize(2), booleans())
            .as((key, headers, flag) -> new FieldRule(key, headers, "", flag));
    Arbitrary<SetMode> modes =
        Combinators.combine(IDS, Arbitraries.of(DocumentationMode.values())).as(SetMode::new);
    return Combinators.combine(
            bindings.list().ofMaxSize(2),
            fields.list().ofMaxSize(2).uniqueElements(FieldRule::key),
            modes.list().ofMaxSize(2).uniqueElements(SetMode::key),
            IDS.list().ofMaxSize(2).uniqueElements(),
            booleans(),
            LINES)
        .as(
            (bound, compared, each, spaces, flag, mender) ->
                new DocumentationRules(
                    flag,
                    "0 15 3 ? * MON-FRI",
                    spaces,
                    bound,
                    compared,
                    DocumentationMode.MEND,
                    each,
                    mender,
                    ""));
  }

  private static Arbitrary<DriftRules> drift() {
    Arbitrary<Duration> minutes =
        Arbitraries.integers().between(0, 10_080).map(Duration::ofMinutes);
    return Combinators.combine(
            minutes, minutes, minutes, minutes, Arbitraries.of(FindingKind.values()).set())
        .as(DriftRules::new);
  }

  private static Arbitrary<Boolean> booleans() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<List<ConnectionSettings>> connections(String pem) {
    return Combinators.combine(
            Combinators.combine(IDS, LINES, ADDRESSES, signIns(pem)).as(Basics::new),
            Arbitraries.just(pem).optional(),
            IDS.map(host -> URI.create("http://" + host + ":3128")).optional(),
            Combinators.combine(LINES, LINES.list().ofMaxSize(2)).as(Impersonation::new).optional(),
            IDS.list().uniqueElements().ofMaxSize(3),
            ADDRESSES.optional(),
            booleans(),
            booleans())
        .as(
            (basics, ca, proxy, as, namespaces, argoCd, insecure, paused) ->
                new ConnectionSettings(
                    basics.id,
                    basics.name,
                    Optional.of(basics.server),
                    ca,
                    insecure,
                    proxy,
                    basics.signIn,
                    as,
                    namespaces,
                    argoCd,
                    paused))
        .list()
        .uniqueElements(ConnectionSettings::id)
        .ofMaxSize(3);
  }

  private record Basics(String id, String name, URI server, SignIn signIn) {}

  private static Arbitrary<SecretReference> secrets() {
    return IDS.map(id -> new SecretReference(id + ".a-secret"));
  }

  private static Arbitrary<SignIn> signIns(String pem) {
    Arbitrary<SecretReference> secrets = secrets();
    return Arbitraries.oneOf(
        secrets.map(token -> new SignIn.Token(token, Optional.empty())),
        secrets.map(
            token -> new SignIn.Token(token, Optional.of(new SecretReference("second.one")))),
        LINES.map(SignIn.TokenFile::new),
        secrets.map(key -> new SignIn.ClientCertificate(pem, key)),
        Combinators.combine(secrets, LINES.optional()).as(SignIn.Kubeconfig::new),
        Arbitraries.just(new SignIn.InCluster()));
  }

  private static Arbitrary<List<SetDefinition>> sets(List<ConnectionSettings> connections) {
    if (connections.isEmpty()) {
      return Arbitraries.just(List.of());
    }
    return Combinators.combine(
            IDS,
            LINES,
            Arbitraries.of(connections),
            IDS,
            IDS,
            Arbitraries.of(SetDefinition.Viewers.values()),
            IDS.list().uniqueElements().ofMaxSize(2))
        .as(
            (key, title, connection, namespace, name, viewers, spaces) ->
                new SetDefinition(key, title, connection.id(), namespace, name, viewers, spaces))
        .list()
        .uniqueElements(SetDefinition::key)
        .ofMaxSize(3);
  }

  private static Arbitrary<EnvironmentRules> environments() {
    return Combinators.combine(LINES.list().uniqueElements().ofMaxSize(3), rules(), booleans())
        .as(EnvironmentRules::new);
  }

  private static Arbitrary<List<Rule>> rules() {
    Arbitrary<String> patterns = LINES.filter(line -> !line.contains("{}"));
    return Combinators.combine(
            Arbitraries.of(Rule.Kind.values()), LINES, patterns, LINES, booleans())
        .as(
            (kind, key, pattern, value, whole) ->
                new Rule(
                    kind,
                    kind == Rule.Kind.LABEL || kind == Rule.Kind.ANNOTATION ? key : "",
                    whole ? "" : pattern + "{}",
                    whole ? "" : value))
        .list()
        .ofMaxSize(3);
  }
}
