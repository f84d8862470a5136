package io.appofapps.confluence.environment;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.tree.TreeNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Administrators' rules, applied to a node in their order. Where a rule finds several answers in
 * one node (two sources, two value files) it has none: nothing is guessed.
 */
final class RuleReader {

  /**
   * What a rule said.
   *
   * @param rule its place among the rules
   * @param answer as it stands in the rule or in the cluster, never blank
   * @param evidence for people
   */
  record Hit(int rule, String answer, String evidence) {}

  private record Compiled(Rule rule, List<RulePattern> patterns) {

    static Compiled of(Rule rule) {
      boolean segments = rule.kind() == Rule.Kind.PATH && !rule.pattern().isEmpty();
      return new Compiled(
          rule,
          segments
              ? Arrays.stream(trimmed(rule.pattern()).split("/")).map(RulePattern::of).toList()
              : List.of(RulePattern.of(rule.pattern())));
    }
  }

  private final List<Compiled> rules;

  RuleReader(List<Rule> rules) {
    this.rules = rules.stream().map(Compiled::of).toList();
  }

  /** The first rule that has an answer. */
  Optional<Hit> first(TreeNode node) {
    return hits(node).findFirst();
  }

  /** Every rule that has an answer, in the order of the rules. */
  Stream<Hit> hits(TreeNode node) {
    return IntStream.range(0, rules.size())
        .boxed()
        .flatMap(
            i ->
                answer(rules.get(i), node)
                    .map(answer -> new Hit(i, answer, evidence(i, rules.get(i).rule())))
                    .stream());
  }

  private static String evidence(int index, Rule rule) {
    String what =
        switch (rule.kind()) {
          case LABEL -> "label " + rule.key();
          case ANNOTATION -> "annotation " + rule.key();
          case NAME -> "name";
          case PATH -> "source path";
          case DESTINATION_CLUSTER -> "destination cluster";
          case DESTINATION_NAMESPACE -> "destination namespace";
          case VALUE_FILE -> "value file";
          case TARGET_REVISION -> "target revision";
          case PROJECT -> "project";
        };
    return "rule " + (index + 1) + ": " + what;
  }

  private static Optional<String> answer(Compiled compiled, TreeNode node) {
    Set<String> answers = new LinkedHashSet<>();
    texts(compiled.rule(), node)
        .filter(text -> !text.isBlank())
        .forEach(text -> matches(compiled, text).forEach(answers::add));
    String value = compiled.rule().value().strip();
    if (!value.isEmpty()) {
      return answers.isEmpty() ? Optional.empty() : Optional.of(value);
    }
    return answers.size() == 1
        ? answers.stream().map(String::strip).filter(answer -> !answer.isEmpty()).findFirst()
        : Optional.empty();
  }

  private static Stream<String> matches(Compiled compiled, String text) {
    if (compiled.rule().kind() == Rule.Kind.PATH && !compiled.rule().pattern().isEmpty()) {
      return segments(compiled.patterns(), trimmed(text).split("/"));
    }
    return compiled.patterns().get(0).match(text).stream();
  }

  /** Every place at which as many folders in a row match. */
  private static Stream<String> segments(List<RulePattern> patterns, String[] folders) {
    return IntStream.rangeClosed(0, folders.length - patterns.size())
        .boxed()
        .flatMap(start -> segmentsAt(patterns, folders, start).stream());
  }

  private static Optional<String> segmentsAt(
      List<RulePattern> patterns, String[] folders, int start) {
    String answer = "";
    for (int i = 0; i < patterns.size(); i++) {
      Optional<String> part = patterns.get(i).match(folders[start + i]);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      answer = part.get().isEmpty() ? answer : part.get();
    }
    return Optional.of(answer);
  }

  private static Stream<String> texts(Rule rule, TreeNode node) {
    return switch (rule.kind()) {
      case LABEL -> value(node, Application::labels, ApplicationSet::labels, rule.key()).stream();
      case ANNOTATION ->
          value(node, Application::annotations, ApplicationSet::annotations, rule.key()).stream();
      case NAME -> Stream.of(node.id().key().name());
      case PATH -> sources(node).map(Source::path);
      case DESTINATION_CLUSTER ->
          node.application().stream()
              .flatMap(app -> Stream.of(app.destination().name(), app.destination().server()));
      case DESTINATION_NAMESPACE ->
          node.application().stream().map(app -> app.destination().namespace());
      case VALUE_FILE ->
          sources(node)
              .flatMap(source -> source.valueFiles().stream())
              .map(file -> file.substring(file.lastIndexOf('/') + 1));
      case TARGET_REVISION -> sources(node).map(Source::targetRevision);
      case PROJECT -> node.application().stream().map(Application::project);
    };
  }

  private static Stream<Source> sources(TreeNode node) {
    return node.application().stream().flatMap(app -> app.sources().stream());
  }

  private static Optional<String> value(
      TreeNode node,
      Function<Application, Map<String, String>> ofApplication,
      Function<ApplicationSet, Map<String, String>> ofSet,
      String key) {
    return node.application()
        .map(ofApplication)
        .or(() -> node.applicationSet().map(ofSet))
        .map(metadata -> metadata.get(key))
        .map(String::strip);
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
