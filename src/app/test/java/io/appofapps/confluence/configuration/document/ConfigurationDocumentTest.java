package io.appofapps.confluence.configuration.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.Rule;
import io.appofapps.confluence.environment.ServiceRules;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.secret.SecretText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationDocumentTest {

  private static final String CANARY = "canary-7f3a";
  private static final String PEM = TrustedCertificate.pem();

  private static final String WHOLE =
      """
      version: 1
      connections:
      - id: prod
        name: Production
        server: https://api.example.com:6443
        signIn:
          kind: token
          token: {value: "canary-7f3a"}
          secondToken: {secret: shared.second}
        impersonate: {user: x, groups: [a]}
        namespaces: [argocd]
        argoCdUrl: https://argocd.example.com
      sets:
      - {key: shop, title: Shop, connection: prod, namespace: argocd, name: root, viewers: projectRole, spaces: [DEMO]}
      environments:
        order: [dev, prod]
        rules: [{kind: label, key: environment}]
        conventions: false
      services:
        rules:
        - {kind: valueFile, pattern: "{}-values.yaml"}
      """;

  @Provide
  Arbitrary<Configuration> configurations() {
    return Configurations.all(PEM);
  }

  @Property(tries = 300)
  void readingWhatIsWrittenGivesBackAnEqualConfiguration(
      @ForAll("configurations") Configuration before) {
    String yaml = ConfigurationDocument.writeYaml(before);
    String json = ConfigurationDocument.writeJson(before);

    assertThat(ConfigurationDocument.readYaml(yaml)).isEqualTo(new Draft<>(before, Map.of()));
    assertThat(ConfigurationDocument.readJson(json)).isEqualTo(new Draft<>(before, Map.of()));
    assertThat(json).matches("[\\x20-\\x7e]*");
  }

  @Test
  void aDocumentIsReadWithItsSecretsApart() {
    Draft<Configuration> draft = ConfigurationDocument.readYaml(WHOLE);

    ConnectionSettings prod = draft.value().connection("prod").orElseThrow();
    SecretReference token = new SecretReference("prod.token");
    assertThat(prod.signIn())
        .isEqualTo(new SignIn.Token(token, Optional.of(new SecretReference("shared.second"))));
    assertThat(draft.secrets()).isEqualTo(Map.of(token, new SecretText(CANARY)));
    assertThat(draft.value().sets())
        .containsExactly(
            new SetDefinition(
                "shop",
                "Shop",
                "prod",
                "argocd",
                "root",
                SetDefinition.Viewers.PROJECT_ROLE,
                List.of("DEMO")));
    assertThat(draft.value().environments())
        .isEqualTo(
            new EnvironmentRules(
                List.of("dev", "prod"),
                List.of(new Rule(Rule.Kind.LABEL, "environment", "", "")),
                false));
    assertThat(draft.value().services())
        .isEqualTo(
            new ServiceRules(
                List.of(new Rule(Rule.Kind.VALUE_FILE, "", "{}-values.yaml", "")), true));
    assertThat(draft.value().discoverSets()).isTrue();
  }

  @Test
  void aDocumentWithoutASectionOnDriftHasTheDefaults() {
    assertThat(ConfigurationDocument.readYaml(WHOLE).value().drift()).isEqualTo(DriftRules.DEFAULT);
  }

  @Test
  void thereAreNoPromotionsUnlessTheSectionSaysSo() {
    PromotionRules none = ConfigurationDocument.readYaml(WHOLE).value().promotion();
    assertThat(none).isEqualTo(PromotionRules.DEFAULT);
    assertThat(none.enabled()).isFalse();
  }

  @Test
  void anEnvironmentWithoutARuleOfItsOwnHasThatOfAllOthers() {
    String yaml =
        """
        version: 1
        promotion:
          enabled: true
          environments:
            - {environment: prod, approvals: 2, groups: [release], soakMinutes: 60, expiryHours: 8}
            - {environment: "*", approvals: 0}
        """;
    PromotionRules rules = ConfigurationDocument.readYaml(yaml).value().promotion();
    assertThat(rules.rule("prod"))
        .isEqualTo(
            new EnvironmentRule(
                "prod",
                new ApprovalRule(
                    2, List.of("release"), List.of(), true, Duration.ofHours(8), false),
                Duration.ofHours(1)));
    assertThat(rules.rule("staging").approval().approvals()).isZero();
    assertThat(PromotionRules.DEFAULT.rule("staging").approval()).isEqualTo(ApprovalRule.DEFAULT);
  }

  @Test
  void promotionsAskForTheRightsInEveryArgoCd() {
    Configuration off = ConfigurationDocument.readYaml("version: 1").value();
    assertThat(off.asksForProjectRoles("any")).isFalse();
    PromotionRules on = ConfigurationDocument.readPromotion("{\"enabled\": true}").value();
    assertThat(off.withPromotion(on).asksForProjectRoles("any")).isTrue();
  }

  @Test
  void aDocumentWithoutASectionOnMetadataHasTheDefaults() {
    assertThat(ConfigurationDocument.readYaml(WHOLE).value().metadata())
        .isEqualTo(MetadataRules.DEFAULT);
  }

  @Test
  void repositoriesLookForJiraKeysUnlessToldOtherwise() {
    assertThat(ConfigurationDocument.readYaml(WHOLE).value().repositories()).isEmpty();
    String yaml =
        WHOLE
            + "\nrepositories:\n  - {id: apps, url: https://git.example.com/team/apps.git}\n"
            + "  - {id: other, url: 'https://git.example.com/other', stories: 'PAY-[0-9]+',"
            + " signIn: {user: bot, token: {secret: a.token}}}\n";
    assertThat(ConfigurationDocument.readYaml(yaml).value().repositories())
        .containsExactly(
            new RepositorySettings(
                "apps",
                "https://git.example.com/team/apps.git",
                RepositorySettings.JIRA_KEYS,
                Optional.empty(),
                Optional.empty()),
            new RepositorySettings(
                "other",
                "https://git.example.com/other",
                "PAY-[0-9]+",
                Optional.of(
                    new RepositorySettings.SignIn(
                        "bot", Optional.of(new SecretReference("a.token")), Optional.empty())),
                Optional.empty()));
  }

  @Test
  void repositoriesMayBeReachedBySshAndChangedByPullRequest() {
    String yaml =
        WHOLE
            + """

            repositories:
            - id: apps
              url: ssh://git.example.com:7999/team/apps.git
              change: pull-request
              host: bitbucket
              apiUrl: https://git.example.com/bitbucket
              signIn:
                user: git
                token: {secret: a.token}
                ssh:
                  key: {value: the-key}
                  passphrase: {secret: apps.git-passphrase}
                  knownHosts: |
                    # by hand
                    [git.example.com]:7999 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== admin
            """;
    Draft<Configuration> read = ConfigurationDocument.readYaml(yaml);
    RepositorySettings settings = read.value().repositories().get(0);

    assertThat(settings.isSsh()).isTrue();
    assertThat(settings.review())
        .contains(
            new RepositorySettings.Review(
                RepositorySettings.Host.BITBUCKET,
                Optional.of("https://git.example.com/bitbucket")));
    assertThat(settings.secrets())
        .extracting(SecretReference::name)
        .containsExactly("a.token", "apps.git-key", "apps.git-passphrase");
    assertThat(read.value().secrets()).containsAll(settings.secrets());
    assertThat(read.secrets().get(new SecretReference("apps.git-key")).reveal())
        .isEqualTo("the-key");
    assertThat(
            ConfigurationDocument.readYaml(ConfigurationDocument.writeYaml(read.value()))
                .value()
                .repositories())
        .containsExactly(settings);
  }

  @ParameterizedTest
  @CsvSource({
    "'repositories: [{id: a, url: ''http://git.example.com/a''}]', repositories[0].url",
    "'repositories: [{id: a, url: ''https://me:secret@git.example.com/a''}]', repositories[0].url",
    "'repositories: [{id: a, url: ''git@git.example.com:a/b''}]', repositories[0].url",
    "'repositories: [{id: a, stories: A}]', repositories[0].url",
    "'repositories: [{url: ''https://git.example.com/a''}]', repositories[0].id",
    "'repositories: [{id: A b, url: ''https://git.example.com/a''}]', repositories[0].id",
    "'repositories: [{id: a, url: ''https://git.example.com/a'', stories: ''(''}]',"
        + " repositories[0].stories",
    "'repositories: [{id: a, url: ''https://git.example.com/a'', signIn: {user: me}}]',"
        + " repositories[0].signIn.token",
    "'repositories: [{id: a, url: ''https://git.example.com/a'', signIn: {user: ''me:x'', token:"
        + " {secret: t}}}]', repositories[0].signIn.user",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', change: maybe}]',"
        + " repositories[0].change",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', host: github}]',"
        + " repositories[0].host",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', change: pull-request, host:"
        + " gitea, signIn: {user: b, token: {secret: t}}}]', repositories[0].host",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', change: pull-request, host:"
        + " github}]', repositories[0].signIn.token",
    "'repositories: [{id: a, url: ''https://git.example.com/a'', change: pull-request, host:"
        + " github, signIn: {user: b, token: {secret: t}}}]', repositories[0].url",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', change: pull-request, host:"
        + " github, apiUrl: ''http://git.example.com'', signIn: {user: b, token: {secret: t}}}]',"
        + " repositories[0].apiUrl",
    "'repositories: [{id: a, url: ''ssh://git.example.com/t/a''}]', repositories[0].signIn",
    "'repositories: [{id: a, url: ''ssh://git.example.com/t/a'', signIn: {user: git, token:"
        + " {secret: t}}}]', repositories[0].signIn.ssh",
    "'repositories: [{id: a, url: ''ssh://git.example.com/t/a'', signIn: {user: git, ssh: {key:"
        + " {secret: k}}}}]', repositories[0].signIn.ssh.knownHosts",
    "'repositories: [{id: a, url: ''ssh://git.example.com/t/a'', signIn: {user: git, ssh: {key:"
        + " {secret: k}, knownHosts: SHA256}}}]', repositories[0].signIn.ssh.knownHosts",
    "'repositories: [{id: a, url: ''ssh://git.example.com/t/a'', signIn: {user: git, ssh:"
        + " {knownHosts: h ssh-rsa AAAA}}}]', repositories[0].signIn.ssh.key",
    "'repositories: [{id: a, url: ''https://git.example.com/t/a'', signIn: {user: git, ssh: {key:"
        + " {secret: k}, knownHosts: h ssh-rsa AAAA}}}]', repositories[0].signIn.ssh",
    "promotion: {enabled: perhaps}, promotion.enabled",
    "copilot: {requests: perhaps}, copilot.requests",
    "copilot: {request: true}, copilot.request",
    "copilot: {callsPerMinute: 9}, copilot.callsPerMinute",
    "promotion: {environments: [{approvals: 1}]}, promotion.environments[0].environment",
    "'promotion: {environments: [{environment: a}, {environment: a}]}',"
        + " promotion.environments[1].environment",
    "'promotion: {environments: [{environment: a, approvals: 11}]}',"
        + " promotion.environments[0].approvals",
    "'promotion: {environments: [{environment: a, approvals: two}]}',"
        + " promotion.environments[0].approvals",
    "'promotion: {environments: [{environment: a, groups: [x, x]}]}',"
        + " promotion.environments[0].groups[1]",
    "'promotion: {environments: [{environment: a, groups: ['' '']}]}',"
        + " promotion.environments[0].groups[0]",
    "'promotion: {environments: [{environment: a, roles: [''a b'']}]}',"
        + " promotion.environments[0].roles[0]",
    "'promotion: {environments: [{environment: a, expiryHours: 0}]}',"
        + " promotion.environments[0].expiryHours",
    "'promotion: {environments: [{environment: a, soakMinutes: -1}]}',"
        + " promotion.environments[0].soakMinutes",
    "'promotion: {environments: [{environment: a, timeoutMinutes: 4}]}',"
        + " promotion.environments[0].timeoutMinutes",
    "'promotion: {environments: [{environment: a, aprovals: 1}]}',"
        + " promotion.environments[0].aprovals",
    "promotion: {retentionDays: -1}, promotion.retentionDays",
    "promotion: {freezers: ['']}, promotion.freezers[0]",
    "drift: {graceMinutes: -1}, drift.graceMinutes",
    "drift: {limitMinutes: 1000000}, drift.limitMinutes",
    "drift: {staleMinutes: soon}, drift.staleMinutes",
    "drift: {off: [everything]}, drift.off[0]",
    "drift: {never: 1}, drift.never",
    "documentation: {cron: nightly}, documentation.cron",
    "documentation: {spaces: [a b]}, documentation.spaces[0]",
    "documentation: {mode: mend}, documentation.mender",
    "'documentation: {modes: [{key: a, mode: never}]}', documentation.modes[0].mode",
    "'documentation: {bindings: [{on: label, pattern: x}]}', documentation.bindings[0].pattern",
    "documentation: {fields: [{key: owner}]}, documentation.fields[0].headers",
    "metadata: {fields: [{id: owner}]}, metadata.fields[0].keys",
    "'metadata: {fields: [{id: tier, keys: [label:tier]}]}', metadata.fields[0].title",
    "'metadata: {fields: [{id: owner, keys: [label]}]}', metadata.fields[0].keys[0]",
    "'metadata: {fields: [{id: Owner x, title: a, keys: [label:a]}]}', metadata.fields[0].id",
    "'metadata: {fields: [{id: service, title: a, keys: [label:a]}]}', metadata.fields[0].id",
    "'metadata: {fields: [{id: owner, kind: number, keys: [label:a]}]}', metadata.fields[0].kind"
  })
  void whatIsWrongOfASectionIsSaidWhereItStands(String section, String field) {
    InvalidConfigurationException refused =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> ConfigurationDocument.readYaml("version: 1\n" + section));

    assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void nothingThatIsWrittenOrPrintedHoldsASecret() {
    Draft<Configuration> draft = ConfigurationDocument.readYaml(WHOLE);

    assertThat(ConfigurationDocument.writeYaml(draft.value())).doesNotContain(CANARY);
    assertThat(ConfigurationDocument.writeJson(draft.value())).doesNotContain(CANARY);
    assertThat(draft.toString()).doesNotContain(CANARY);
  }

  /** The parser reads in portions; a character of two code units may lie across their edge. */
  @Test
  void aDocumentIsReadWhereverItsCharactersLie() {
    for (int length = 1_000; length < 1_030; length++) {
      String yaml = "version: 1\n#" + "x".repeat(length) + "\ud83d\ude80".repeat(600);
      assertThat(ConfigurationDocument.readYaml(yaml).value()).isEqualTo(Configuration.EMPTY);
    }
  }

  @Test
  void thePlainestDocumentIsTheConfigurationOfBeforeAnybodyDecided() {
    assertThat(ConfigurationDocument.readYaml("version: 1").value()).isEqualTo(Configuration.EMPTY);
  }

  @Test
  void certificatesAreWrittenLineByLine() {
    String yaml =
        ConfigurationDocument.writeYaml(
            ConfigurationDocument.readYaml(WHOLE.replace("  namespaces:", ca() + "  namespaces:"))
                .value());

    assertThat(yaml).contains("ca: |").contains("\n    -----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndByItsField() {
    String wrong =
        """
        version: 1
        conections: []
        connections:
        - id: Prod
          name: [x]
          server: http://api.example.com
          insecureTls: "yes"
          signIn: {kind: token, token: "canary-7f3a"}
          namespaces: [a, "-"]
        - {id: b, server: "https://b", ca: "canary-7f3a", signIn: {kind: magic}}
        - {id: b, signIn: {kind: token, tokn: {value: x}}}
        sets:
        - {key: shop, connection: nowhere, namespace: argocd, name: root, viewers: all}
        environments: {rules: [{kind: label}, {kind: name, key: x, pattern: "{}{}"}]}
        services: []
        """;

    List<FieldError> errors = errors(() -> ConfigurationDocument.readYaml(wrong));

    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "conections",
            "connections[0].id",
            "connections[0].name",
            "connections[0].server",
            "connections[0].insecureTls",
            "connections[0].signIn.token",
            "connections[0].namespaces[1]",
            "connections[1].ca",
            "connections[1].signIn.kind",
            "connections[2].id",
            "connections[2].server",
            "connections[2].signIn.token",
            "connections[2].signIn.tokn",
            "sets[0].connection",
            "sets[0].viewers",
            "environments.rules[0].key",
            "environments.rules[1].key",
            "environments.rules[1].pattern",
            "services");
    assertThat(errors.toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "[]",
        "canary-7f3a",
        "version: 1\n---\nversion: 1",
        "version: 1\nversion: 1",
        "version: 2",
        "version: '1'",
        "connections: []",
        "version: 1\n? [canary-7f3a]\n: x",
        "version: 1\nconnections: &a []\nsets: *a",
        "version: !!int '1'",
        "version: 1\nconnections: !canary-7f3a []",
        "version: 1\n  canary-7f3a: : x",
        "version: 1\ncanary-7f3a.secret: x",
        "version: 1\nconnections: {canary-7f3a",
        "\u0000",
      })
  void whatIsNoPlainDocumentIsRefusedWithoutRepeatingIt(String text) {
    List<FieldError> errors = errors(() -> ConfigurationDocument.readYaml(text));

    assertThat(errors).isNotEmpty();
    assertThat(errors.toString()).doesNotContain("canary-7f3a.secret").doesNotContain("[canary");
  }

  @Test
  void aSmallTextCannotBecomeALargeTree() {
    StringBuilder bomb = new StringBuilder("version: 1\na0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + before + "," + before + "]\n");
    }
    assertThat(errors(() -> ConfigurationDocument.readYaml(bomb.toString()))).hasSize(1);
    assertThat(errors(() -> ConfigurationDocument.readYaml("[".repeat(100_000)))).hasSize(1);
    assertThat(errors(() -> ConfigurationDocument.readJson("[".repeat(100_000)))).hasSize(1);
    assertThat(errors(() -> ConfigurationDocument.readYaml("#".repeat((1 << 20) + 1))))
        .containsExactly(new FieldError("document", "is larger than 1 MiB"));
  }

  @Test
  void aFormMayBringReadOnlyFieldsBackAndLeaveSecretsEmpty() {
    Draft<ConnectionSettings> draft =
        ConfigurationDocument.readConnection(
            """
            {"id": "prod", "name": "P", "server": "https://a", "status": {"phase": "LIVE"},
             "warnings": [], "signIn": {"kind": "token",
             "token": {"secret": "prod.token", "present": true, "expires": null},
             "secondToken": {}}}
            """);

    assertThat(draft.value().signIn())
        .isEqualTo(new SignIn.Token(new SecretReference("prod.token"), Optional.empty()));
    assertThat(draft.secrets()).isEmpty();
  }

  @Test
  void aFormsErrorsNameItsOwnFields() {
    assertThat(
            errors(
                () ->
                    ConfigurationDocument.readConnection(
                        "{\"id\": \"a\", \"server\": \"ftp://x\", \"signIn\":"
                            + " {\"kind\": \"kubeconfig\", \"token\": {}}}")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("server", "signIn.token");
  }

  private static List<FieldError> errors(ThrowingCallable reading) {
    return catchThrowableOfType(InvalidConfigurationException.class, reading).errors();
  }

  private static String ca() {
    return "  ca: |\n" + PEM.indent(4);
  }
}
