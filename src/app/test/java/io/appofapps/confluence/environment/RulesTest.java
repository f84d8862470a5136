package io.appofapps.confluence.environment;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  private static Rule rule(Rule.Kind kind, String key, String pattern, String value) {
    return new Rule(kind, key, pattern, value);
  }

  private static Forest forest(Apps... applications) {
    return Forest.of(Arrays.stream(applications).map(Apps::build).toList(), List.of());
  }

  private static Optional<Environment> environment(
      Apps application, boolean conventions, Rule... rules) {
    return Landscape.of(
            forest(application),
            new EnvironmentRules(List.of(), List.of(rules), conventions),
            ServiceRules.DEFAULT)
        .environment(NodeId.application(application.build().key()));
  }

  private static Optional<String> name(Apps application, Rule... rules) {
    return environment(application, false, rules).map(Environment::name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', shop-prod, shop-prod",
    "'*-{}', shop-api-prod, prod",
    "'{}-*', shop-api-prod, shop-api",
    "'{}-prod', shop-api-prod, shop-api",
    "'shop-{}-eu', shop-prod-eu, prod",
    "'shop-{}', shop-, ",
    "'{}-prod', shop-test, ",
    "'*.{}', a.b, b",
    "'{}', '', ",
    "'Shop-{}', shop-prod, ",
  })
  void aPatternMatchesTheWholeTextFromLeftToRight(String pattern, String text, String answer) {
    assertThat(RulePattern.of(pattern).match(text)).isEqualTo(Optional.ofNullable(answer));
  }

  @Test
  void noPatternStallsAPage() {
    String text = "a".repeat(500);
    long begin = System.nanoTime();
    assertThat(RulePattern.of("*a".repeat(120) + "{}b").match(text)).isEmpty();
    assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
  }

  @Test
  void everyKindReadsItsOwnPartOfTheApplication() {
    Apps shop =
        app("shop-x")
            .label("tier", "label")
            .annotation("stage-of", "annotation")
            .project("team-project")
            .source("apps/envs/path/shop", "", "release/revision", "config/values-file.yaml")
            .destination("https://k8s.example.com", "cluster-name", "ns-space");

    assertThat(name(shop, rule(Rule.Kind.LABEL, "tier", "", ""))).contains("label");
    assertThat(name(shop, rule(Rule.Kind.ANNOTATION, "stage-of", "", ""))).contains("annotation");
    assertThat(name(shop, rule(Rule.Kind.NAME, "", "shop-{}", ""))).contains("x");
    assertThat(name(shop, rule(Rule.Kind.PATH, "", "envs/{}", ""))).contains("path");
    assertThat(name(shop, rule(Rule.Kind.DESTINATION_CLUSTER, "", "cluster-{}", "")))
        .contains("name");
    assertThat(name(shop, rule(Rule.Kind.DESTINATION_CLUSTER, "", "https://{}.example.com", "")))
        .contains("k8s");
    assertThat(name(shop, rule(Rule.Kind.DESTINATION_NAMESPACE, "", "ns-{}", "")))
        .contains("space");
    assertThat(name(shop, rule(Rule.Kind.VALUE_FILE, "", "values-{}.yaml", ""))).contains("file");
    assertThat(name(shop, rule(Rule.Kind.TARGET_REVISION, "", "release/{}", "")))
        .contains("revision");
    assertThat(name(shop, rule(Rule.Kind.PROJECT, "", "team-{}", ""))).contains("project");
  }

  @Test
  void theFirstRuleThatMatchesWinsAndItsFixedAnswerIsTaken() {
    assertThat(
            environment(
                app("shop-live"),
                true,
                rule(Rule.Kind.NAME, "", "*-dev", "development"),
                rule(Rule.Kind.NAME, "", "*-live", "eu-production"),
                rule(Rule.Kind.NAME, "", "*-{}", "")))
        .contains(new Environment("eu-production", "rule 2: name"));
  }

  @Test
  void aRuleOutweighsWhatTheConventionsWouldSay() {
    assertThat(
            environment(app("x").label("env", "dev"), true, rule(Rule.Kind.NAME, "", "x", "other")))
        .map(Environment::name)
        .contains("other");
  }

  @Test
  void withoutConventionsWhatNoRuleTellsIsUnknown() {
    assertThat(environment(app("shop-prod").label("env", "prod"), false)).isEmpty();
    assertThat(environment(app("shop-prod").label("env", "prod"), true)).isPresent();
  }

  @Test
  void aRuleThatFindsTwoAnswersHasNone() {
    assertThat(
            name(
                app("x").source("envs/a/envs/b", "", "HEAD"),
                rule(Rule.Kind.PATH, "", "envs/{}", "")))
        .isEmpty();
  }

  @Test
  void thePreviewTellsWhatEachRuleDecidesShadowsAndLeavesUnknown() {
    Forest forest = forest(app("a-dev"), app("b-dev"), app("c-prod"), app("d"));
    RulePreview preview =
        RulePreview.environments(
            forest,
            new EnvironmentRules(
                List.of(),
                List.of(
                    rule(Rule.Kind.NAME, "", "a-{}", ""), rule(Rule.Kind.NAME, "", "*-dev", "dev")),
                true));

    assertThat(preview.rules())
        .containsExactly(
            new RulePreview.RuleMatches(new RulePreview.Matches(1, List.of("a-dev → dev")), 0),
            new RulePreview.RuleMatches(new RulePreview.Matches(1, List.of("b-dev → dev")), 1));
    assertThat(preview.conventions())
        .isEqualTo(new RulePreview.Matches(1, List.of("c-prod → prod")));
    assertThat(preview.unknown()).isEqualTo(new RulePreview.Matches(1, List.of("d")));
    assertThat(preview.found())
        .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("dev", 2, "prod", 1));
  }

  @Test
  void aPreviewOfManyNamesNoMoreThanTwentyOfThem() {
    Apps[] many = new Apps[50];
    Arrays.setAll(many, i -> app("svc-" + i));
    RulePreview preview =
        RulePreview.services(
            forest(many), new ServiceRules(List.of(rule(Rule.Kind.NAME, "", "{}-*", "")), false));

    assertThat(preview.rules().get(0).decided().count()).isEqualTo(50);
    assertThat(preview.rules().get(0).decided().examples()).hasSize(20);
    assertThat(preview.found()).containsExactly(java.util.Map.entry("svc", 50));
  }
}
