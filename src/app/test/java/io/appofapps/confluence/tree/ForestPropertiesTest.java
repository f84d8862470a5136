package io.appofapps.confluence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every forest, however odd its declarations are. */
class ForestPropertiesTest {

  private static final List<ApplicationSet> SETS =
      List.of(Apps.set("set0", "", "n0:argoproj.io/ApplicationSet:argocd/set0"), Apps.set("set1"));

  private static Forest forest(long seed, int size, double children) {
    return Forest.of(Shapes.arbitrary(seed, size, children), SETS);
  }

  @Property(tries = 300)
  void theOrderOfTheInputDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @DoubleRange(max = 3) double children) {
    List<Application> applications = Shapes.arbitrary(seed, size, children);
    Forest forest = Forest.of(applications, SETS);
    List<Application> shuffled = new ArrayList<>(applications);
    Collections.shuffle(shuffled, new Random(seed + 1));
    Forest other = Forest.of(shuffled, List.of(SETS.get(1), SETS.get(0)));

    assertThat(other.roots()).isEqualTo(forest.roots());
    assertThat(other.nodes()).isEqualTo(forest.nodes());
    for (NodeId root : forest.roots()) {
      assertThat(other.walk(root)).isEqualTo(forest.walk(root));
    }
  }

  @Property(tries = 300)
  void theWalksFromAllRootsOwnEveryNodeOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @DoubleRange(max = 3) double children) {
    Forest forest = forest(seed, size, children);
    List<NodeId> owned =
        forest.roots().stream()
            .flatMap(root -> forest.walk(root).stream())
            .filter(o -> o.kind() == Occurrence.Kind.OWNED)
            .map(o -> o.node().id())
            .toList();

    assertThat(owned)
        .containsExactlyInAnyOrderElementsOf(forest.nodes().stream().map(TreeNode::id).toList());
  }

  @Property(tries = 200)
  void aWalkFromAnywhereEndsAndEveryOccurrenceIsWhatItSays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @DoubleRange(max = 3) double children) {
    Forest forest = forest(seed, size, children);
    for (TreeNode start : forest.nodes()) {
      for (Occurrence occurrence : forest.walk(start.id())) {
        NodeId id = occurrence.node().id();
        List<NodeId> ancestors = occurrence.ancestors();
        assertThat(ancestors.contains(id))
            .isEqualTo(occurrence.kind() == Occurrence.Kind.BACK_EDGE);
        if (!ancestors.isEmpty()) {
          NodeId parent = ancestors.get(ancestors.size() - 1);
          assertThat(forest.node(parent).orElseThrow().children()).contains(id);
          assertThat(occurrence.kind() == Occurrence.Kind.OWNED)
              .isEqualTo(
                  occurrence.kind() != Occurrence.Kind.BACK_EDGE
                      && !forest.roots().contains(id)
                      && occurrence.node().parents().get(0).parent().equals(parent));
        }
      }
    }
  }

  @Property(tries = 300)
  void theRollUpIsWhatAVisitOfAllDescendantsFinds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @DoubleRange(max = 2.5) double children) {
    Forest forest = forest(seed, size, children);
    for (TreeNode node : forest.nodes()) {
      Set<NodeId> below = descendants(forest, node);
      HealthStatus worst = node.health();
      for (NodeId id : below) {
        HealthStatus health = forest.node(id).orElseThrow().health();
        worst = health.worseThan(worst) ? health : worst;
      }
      HealthStatus expected = worst;
      long count =
          below.stream()
              .filter(id -> forest.node(id).orElseThrow().health() == expected)
              .filter(id -> !id.equals(node.id()))
              .count();

      assertThat(node.rolledUp().worst()).isEqualTo(expected);
      assertThat(node.rolledUp().atWorst()).isEqualTo((int) count);
      assertThatPathLeadsToTheWorst(forest, node);
    }
  }

  private static void assertThatPathLeadsToTheWorst(Forest forest, TreeNode node) {
    TreeNode place = node;
    for (NodeId next : node.rolledUp().path()) {
      assertThat(place.children()).contains(next);
      place = forest.node(next).orElseThrow();
    }
    assertThat(place.health()).isEqualTo(node.rolledUp().worst());
  }

  /** Breadth first, without what was not looked up. */
  private static Set<NodeId> descendants(Forest forest, TreeNode start) {
    Set<NodeId> found = new LinkedHashSet<>();
    Deque<TreeNode> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      for (NodeId child : queue.remove().children()) {
        TreeNode node = forest.node(child).orElseThrow();
        if (!node.is(NodeFlag.REMOTE) && found.add(child)) {
          queue.add(node);
        }
      }
    }
    return found;
  }
}
