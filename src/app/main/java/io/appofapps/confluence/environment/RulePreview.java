package io.appofapps.confluence.environment;

import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a draft of rules would find, before it is in force.
 *
 * @param rules what each rule decides, in the order of the rules
 * @param conventions what the conventions decide because no rule did
 * @param found how many Applications have which answer, by answer
 * @param unknown what nothing decides
 */
public record RulePreview(
    List<RuleMatches> rules, Matches conventions, Map<String, Integer> found, Matches unknown) {

  private static final int MOST_EXAMPLES = 20;
  private static final int MOST_ANSWERS = 200;

  /**
   * @param count how many Applications
   * @param examples names of the first of them with the answer, at most 20; untrusted
   */
  public record Matches(int count, List<String> examples) {
    public Matches {
      examples = List.copyOf(examples);
    }
  }

  /**
   * @param decided the Applications whose answer comes from this rule
   * @param shadowed how many more it matches that an earlier rule has decided
   */
  public record RuleMatches(Matches decided, int shadowed) {}

  /** What the rules say of the environments of the forest's existing Applications. */
  public static RulePreview environments(Forest forest, EnvironmentRules rules) {
    Landscape landscape = Landscape.of(forest, rules, new ServiceRules(List.of(), false));
    return of(forest, rules.rules(), id -> landscape.environment(id).map(Environment::name));
  }

  /** What the rules say of the services of the forest's existing Applications. */
  public static RulePreview services(Forest forest, ServiceRules rules) {
    Landscape landscape =
        Landscape.of(forest, new EnvironmentRules(List.of(), List.of(), false), rules);
    return of(forest, rules.rules(), id -> landscape.service(id).map(Service::name));
  }

  private static RulePreview of(
      Forest forest, List<Rule> rules, Function<NodeId, Optional<String>> answers) {
    RuleReader reader = new RuleReader(rules);
    List<Counter> decided = rules.stream().map(rule -> new Counter()).toList();
    int[] shadowed = new int[rules.size()];
    Counter conventions = new Counter();
    Counter unknown = new Counter();
    Map<String, Integer> found = new LinkedHashMap<>();
    for (TreeNode node : forest.nodes()) {
      if (node.application().isEmpty()) {
        continue;
      }
      String name = node.id().key().name();
      List<RuleReader.Hit> hits = reader.hits(node).toList();
      hits.stream().skip(1).forEach(hit -> shadowed[hit.rule()]++);
      Optional<String> answer = answers.apply(node.id());
      answer.ifPresent(each -> found.merge(each, 1, Integer::sum));
      if (!hits.isEmpty()) {
        decided.get(hits.get(0).rule()).add(name + " → " + hits.get(0).answer());
      } else if (answer.isPresent()) {
        conventions.add(name + " → " + answer.get());
      } else {
        unknown.add(name);
      }
    }
    List<RuleMatches> each = new ArrayList<>();
    for (int i = 0; i < shadowed.length; i++) {
      each.add(new RuleMatches(decided.get(i).matches(), shadowed[i]));
    }
    return new RulePreview(each, conventions.matches(), mostCommon(found), unknown.matches());
  }

  private static Map<String, Integer> mostCommon(Map<String, Integer> found) {
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_ANSWERS)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private static final class Counter {
    private final List<String> examples = new ArrayList<>();
    private int count;

    private void add(String example) {
      if (++count <= MOST_EXAMPLES) {
        examples.add(example);
      }
    }

    private Matches matches() {
      return new Matches(count, examples);
    }
  }
}
