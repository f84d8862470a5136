package io.appofapps.confluence.tree;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.Apps.reference;
import static io.appofapps.confluence.application.Apps.set;
import static io.appofapps.confluence.tree.Forests.forest;
import static io.appofapps.confluence.tree.Forests.id;
import static io.appofapps.confluence.tree.Forests.lines;
import static io.appofapps.confluence.tree.Forests.node;
import static io.appofapps.confluence.tree.Forests.setId;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The edges and flags of the forest, rule by rule. */
class ForestTest {

  @Test
  void anEntryInTheParentsStatusIsAnEdge() {
    Forest forest = forest(app("root").lists("b", "a"), app("a"), app("b").lists("c"), app("c"));

    assertThat(forest.roots()).containsExactly(id("root"));
    assertThat(lines(forest, id("root"))).containsExactly("root", "  a", "  b", "    c");
    assertThat(node(forest, "a").parents())
        .containsExactly(new ParentEdge(id("root"), Set.of(EdgeEvidence.PARENT_STATUS)));
  }

  @Test
  void allEvidenceOfAnEdgeIsKeptAndTheEdgeCountsOnce() {
    Forest forest = forest(app("root").lists("a", "a"), app("a").trackedBy("root"));

    assertThat(node(forest, "root").children()).containsExactly(id("a"));
    assertThat(node(forest, "a").parents().get(0).evidence())
        .containsExactlyInAnyOrder(EdgeEvidence.PARENT_STATUS, EdgeEvidence.TRACKING_ID);
  }

  @Test
  void aTrackedChildThatTheParentDoesNotListIsFlagged() {
    Forest forest = forest(app("root"), app("a").trackedBy("root"));

    assertThat(lines(forest, id("root"))).containsExactly("root", "  a");
    assertThat(node(forest, "a").is(NodeFlag.NOT_IN_PARENT_STATUS)).isTrue();
  }

  @Test
  void aListedChildIsNotFlaggedAsUnlisted() {
    Forest forest = forest(app("root").lists("a"), app("a").trackedBy("root"));

    assertThat(node(forest, "a").flags()).isEmpty();
  }

  @Test
  void aCopiedManifestIsNoChildOfTheOriginalsParent() {
    Forest forest =
        forest(
            app("root").lists("a"),
            app("a").trackedBy("root"),
            app("copy")
                .trackingId("root:argoproj.io/Application:argocd/a")
                .label("app.kubernetes.io/instance", "root"));

    assertThat(node(forest, "root").children()).containsExactly(id("a"));
    assertThat(node(forest, "copy").is(NodeFlag.ORPHAN)).isTrue();
  }

  @Test
  void equalNamesInOtherNamespacesAreOtherApplications() {
    Forest forest =
        forest(
            app("root").lists(reference("team-a", "web")),
            app("team-a", "web"),
            app("team-b", "web"));

    assertThat(node(forest, "root").children()).containsExactly(id("team-a", "web"));
    assertThat(forest.roots()).containsExactly(id("root"), id("team-b", "web"));
  }

  @Test
  void anEntryWithoutNamespaceLiesInTheDestinationsNamespace() {
    Forest forest =
        forest(
            app("root")
                .destination("https://kubernetes.default.svc", "", "team-a")
                .lists(reference("", "web")),
            app("team-a", "web"),
            app("argocd", "web"));

    assertThat(node(forest, "root").children()).containsExactly(id("team-a", "web"));
  }

  @Test
  void aPrefixedInstanceNamesAParentOutsideTheControlPlane() {
    Forest forest =
        forest(
            app("argocd", "root").lists("x"),
            app("argocd", "x").trackedBy("root"),
            app("team-a", "root"),
            app("team-a", "web").trackedBy("team-a_root"),
            app("team-a", "api").trackedBy("root"));

    assertThat(node(forest, id("team-a", "root")).children()).containsExactly(id("team-a", "web"));
    assertThat(node(forest, "root").children()).containsExactly(id("team-a", "api"), id("x"));
  }

  @Test
  void theControlPlaneIsLearnedFromWhatParentsAndChildrenAgreeOn() {
    Forest forest =
        forest(
            app("gitops", "root").lists(reference("gitops", "a")),
            app("gitops", "a").trackedBy("root"),
            app("argocd", "root"),
            app("gitops", "b").trackedBy("root"));

    assertThat(node(forest, id("gitops", "root")).children())
        .containsExactly(id("gitops", "a"), id("gitops", "b"));
    assertThat(node(forest, "root").children()).isEmpty();
  }

  @Test
  void withoutProofTheNamespaceWithMostApplicationsIsTheControlPlane() {
    Forest forest =
        forest(
            app("gitops", "root"),
            app("gitops", "other"),
            app("gitops", "a").trackedBy("root"),
            app("team", "root"),
            app("team", "b").trackedBy("team_root"));

    assertThat(node(forest, id("gitops", "root")).children()).containsExactly(id("gitops", "a"));
  }

  @Test
  void theInstanceLabelFillsAGap() {
    Forest forest = forest(app("root"), app("a").label("app.kubernetes.io/instance", "root"));

    assertThat(node(forest, "root").children()).containsExactly(id("a"));
    assertThat(node(forest, "a").is(NodeFlag.NOT_IN_PARENT_STATUS)).isTrue();
  }

  @Test
  void theInstanceLabelDoesNotOutweighTheParentsStatus() {
    Forest forest =
        forest(
            app("root").lists("a"),
            app("chart"),
            app("a").label("app.kubernetes.io/instance", "chart"));

    assertThat(node(forest, "a").parents()).hasSize(1);
    assertThat(node(forest, "chart").children()).isEmpty();
  }

  @Test
  void theInstanceLabelIsIgnoredBesideATrackingId() {
    Forest forest =
        forest(
            app("root"),
            app("chart"),
            app("a").trackedBy("root").label("app.kubernetes.io/instance", "chart"));

    assertThat(node(forest, "a").parents()).hasSize(1);
    assertThat(node(forest, "a").parents().get(0).parent()).isEqualTo(id("root"));
  }

  @Test
  void anInstanceLabelWithItsOwnNameMakesNobodySelfManaged() {
    Forest forest = forest(app("a").label("app.kubernetes.io/instance", "a"));

    assertThat(node(forest, "a").flags()).containsExactly(NodeFlag.ORPHAN);
  }

  @Test
  void aCutInstanceLabelIsComparedAfterTheSameCut() {
    String longName = "a".repeat(62) + "-" + "b".repeat(20);
    String cut = "a".repeat(62);
    Forest forest = forest(app(longName), app("child").label("app.kubernetes.io/instance", cut));

    assertThat(node(forest, longName).children()).containsExactly(id("child"));
  }

  @Test
  void aCutInstanceLabelThatFitsTwoParentsIsNoEvidence() {
    String common = "a".repeat(63);
    Forest forest =
        forest(
            app(common + "1"),
            app(common + "2"),
            app("child").label("app.kubernetes.io/instance", common));

    assertThat(node(forest, "child").parents()).isEmpty();
  }

  @Test
  void partOfIsNoEdge() {
    Forest forest = forest(app("root"), app("a").label("app.kubernetes.io/part-of", "root"));

    assertThat(node(forest, "a").parents()).isEmpty();
  }

  @Test
  void anApplicationSetStandsBetweenItsParentAndWhatItGenerates() {
    Forest forest =
        forest(
            List.of(set("apps", "uid-1", "")),
            app("root").listsSet("apps"),
            app("a").ownedBy("uid-1", "apps"),
            app("b").ownedBy("", "apps"));

    assertThat(lines(forest, id("root"))).containsExactly("root", "  apps", "    a", "    b");
    assertThat(node(forest, setId("apps")).applicationSet()).isPresent();
    assertThat(node(forest, "a").is(NodeFlag.NOT_IN_PARENT_STATUS)).isFalse();
  }

  @Test
  void theUidOfAnOwnerOutweighsItsName() {
    Forest forest =
        forest(
            List.of(set("old", "uid-1", ""), set("new", "uid-2", "")),
            app("a").ownedBy("uid-2", "old"));

    assertThat(node(forest, setId("new")).children()).containsExactly(id("a"));
    assertThat(node(forest, setId("old")).children()).isEmpty();
  }

  @Test
  void anApplicationSetThatNobodyListsIsARoot() {
    Forest forest = forest(List.of(set("apps")), app("a").ownedBy("", "apps"));

    assertThat(forest.roots()).containsExactly(setId("apps"));
  }

  @Test
  void anApplicationSetIsTrackedToo() {
    Forest forest =
        forest(
            List.of(set("apps", "", "root:argoproj.io/ApplicationSet:argocd/apps")), app("root"));

    assertThat(node(forest, "root").children()).containsExactly(setId("apps"));
  }

  @Test
  void aGeneratedApplicationWhoseSetIsNotReadIsNoOrphan() {
    Forest forest = forest(app("a").ownedBy("uid-9", "unread"));

    assertThat(node(forest, "a").flags()).isEmpty();
    assertThat(forest.roots()).containsExactly(id("a"));
  }

  @Test
  void theOwnerOfASharedChildIsTheOneInItsTrackingId() {
    Forest forest =
        forest(
            app("alpha").lists("shared"),
            app("beta").lists("shared"),
            app("shared").trackedBy("beta").lists("leaf"),
            app("leaf"));

    TreeNode shared = node(forest, "shared");
    assertThat(shared.parents())
        .extracting(ParentEdge::parent)
        .containsExactly(id("beta"), id("alpha"));
    assertThat(shared.is(NodeFlag.MULTI_PARENT)).isTrue();
    assertThat(lines(forest, id("alpha"))).containsExactly("alpha", "  shared (shared)");
    assertThat(lines(forest, id("beta"))).containsExactly("beta", "  shared", "    leaf");
  }

  @Test
  void withoutATrackingIdTheFirstParentByNameOwnsASharedChild() {
    Forest forest = forest(app("b").lists("x"), app("a").lists("x"), app("x"));

    assertThat(node(forest, "x").parents().get(0).parent()).isEqualTo(id("a"));
  }

  @Test
  void aListedChildWithoutResourceIsAMissingNode() {
    Forest forest = forest(app("root").lists("gone"));

    TreeNode gone = node(forest, "gone");
    assertThat(gone.is(NodeFlag.MISSING)).isTrue();
    assertThat(gone.health()).isEqualTo(HealthStatus.MISSING);
    assertThat(gone.application()).isEmpty();
  }

  @Test
  void aChildInAnotherClusterIsNotLookedUpHere() {
    Forest forest =
        forest(
            app("root").destination("", "prod-eu", "argocd").lists("a"),
            app("a").health(HealthStatus.DEGRADED));

    NodeId remote = NodeId.application(new ApplicationKey("default:prod-eu", "argocd", "a"));
    assertThat(node(forest, "root").children()).containsExactly(remote);
    assertThat(node(forest, remote).flags()).containsExactly(NodeFlag.REMOTE);
    assertThat(node(forest, remote).health()).isEqualTo(HealthStatus.UNKNOWN);
    assertThat(node(forest, "a").parents()).isEmpty();
  }

  @Test
  void remoteChildrenOfTwoConnectionsAreNotTheSame() {
    Forest forest =
        forest(
            app("hub1", "argocd", "root").destination("", "prod", "").lists("a"),
            app("hub2", "argocd", "root").destination("", "prod", "").lists("a"),
            app("prod", "argocd", "a"));

    assertThat(forest.nodes()).hasSize(5);
    assertThat(forest.nodes()).noneMatch(node -> node.is(NodeFlag.MULTI_PARENT));
  }

  @Test
  void connectionsNeverMix() {
    Forest forest =
        forest(
            List.of(set("apps", "uid-1", "")),
            app("other", "argocd", "root").lists("a").listsSet("apps"),
            app("root"),
            app("a").trackedBy("root"),
            app("other", "argocd", "b").ownedBy("uid-2", "none"),
            app("other", "argocd", "c").ownedBy("uid-1", "none"));

    NodeId otherRoot = NodeId.application(new ApplicationKey("other", "argocd", "root"));
    assertThat(lines(forest, id("root"))).containsExactly("root", "  a");
    assertThat(node(forest, otherRoot).children())
        .allMatch(child -> child.key().connection().equals("other"))
        .hasSize(2);
    assertThat(node(forest, setId("apps")).children()).isEmpty();
  }

  @Test
  void aBootstrapApplicationThatListsItselfIsARoot() {
    Forest forest = forest(app("root").lists("root", "a").trackedBy("root"), app("a"));

    assertThat(forest.roots()).containsExactly(id("root"));
    assertThat(node(forest, "root").flags()).containsExactly(NodeFlag.SELF_MANAGED);
    assertThat(lines(forest, id("root"))).containsExactly("root", "  a");
  }

  @Test
  void aCycleWithoutRootGetsItsFirstMember() {
    Forest forest = forest(app("c").lists("b"), app("b").lists("c", "leaf"), app("leaf"), app("z"));

    assertThat(forest.roots()).containsExactly(id("b"), id("z"));
    assertThat(lines(forest, id("b"))).containsExactly("b", "  c", "    b (back)", "  leaf");
    assertThat(node(forest, "b").is(NodeFlag.CYCLE)).isTrue();
    assertThat(node(forest, "c").is(NodeFlag.CYCLE)).isTrue();
    assertThat(node(forest, "leaf").is(NodeFlag.CYCLE)).isFalse();
  }

  @Test
  void aCycleIsARootEvenWhereItsChildHangsBelowAnotherRootToo() {
    Forest forest =
        forest(
            app("root").lists("leaf"),
            app("a").lists("b", "leaf"),
            app("b").lists("a"),
            app("leaf").trackedBy("root"));

    assertThat(forest.roots()).containsExactly(id("a"), id("root"));
  }

  @Test
  void aCycleThatARootDeclaresIsShownBelowItAlthoughItsMembersClaimEachOther() {
    Forest forest =
        forest(
            app("root").lists("b"),
            app("a").lists("b").trackedBy("b"),
            app("b").lists("a").trackedBy("a"));

    assertThat(forest.roots()).containsExactly(id("root"));
    assertThat(lines(forest, id("root"))).containsExactly("root", "  b", "    a", "      b (back)");
    assertThat(node(forest, "b").parents().get(0).parent()).isEqualTo(id("root"));
  }

  @Test
  void aNodeBelowSuchACycleKeepsItsOwner() {
    Forest forest =
        forest(
            app("root").lists("m", "child"),
            app("m").lists("n", "child").trackedBy("n"),
            app("n").lists("m").trackedBy("m"),
            app("child").trackedBy("m"));

    assertThat(node(forest, "child").parents().get(0).parent()).isEqualTo(id("m"));
    assertThat(lines(forest, id("root")))
        .containsExactly("root", "  child (shared)", "  m", "    child", "    n", "      m (back)");
  }

  @Test
  void rootsWithChildrenComeFirstThenByName() {
    Forest forest = forest(app("a"), app("z").lists("y"), app("y"), app("m").lists("n"));

    assertThat(forest.roots()).containsExactly(id("m"), id("z"), id("a"));
    assertThat(node(forest, "a").flags()).containsExactly(NodeFlag.ORPHAN);
  }

  @Test
  void aChildOfADeletedParentIsAnOrphan() {
    Forest forest = forest(app("a").trackedBy("gone"));

    assertThat(node(forest, "a").flags()).containsExactly(NodeFlag.ORPHAN);
  }

  @Test
  void pruningDeletionAndProblemsAreFlagged() {
    Forest forest =
        forest(
            app("root")
                .lists(
                    new ChildReference(
                        ChildReference.Kind.APPLICATION,
                        "argocd",
                        "a",
                        SyncStatus.OUT_OF_SYNC,
                        true)),
            app("a").deletedAt(Instant.EPOCH).problem("The health is not text."));

    assertThat(node(forest, "a").flags())
        .containsExactlyInAnyOrder(
            NodeFlag.REQUIRES_PRUNING, NodeFlag.DELETING, NodeFlag.MALFORMED);
  }

  @Test
  void unknownNodesHaveNoWalk() {
    Forest forest = forest(app("a"));

    assertThat(forest.node(id("b"))).isEmpty();
    assertThat(forest.walk(id("b"))).isEmpty();
  }

  @Test
  void nothingIsAForestToo() {
    assertThat(forest(new Apps[0]).roots()).isEmpty();
  }

  @Test
  void theAncestorsOfAnOccurrenceLeadFromTheStartToTheParent() {
    Forest forest = forest(app("a").lists("b"), app("b").lists("c"), app("c"));

    assertThat(forest.walk(id("a")).get(2).ancestors()).containsExactly(id("a"), id("b"));
    assertThat(forest.walk(id("a")).get(2).ancestors().get(1)).isEqualTo(id("b"));
    assertThat(forest.walk(id("b")).get(1).ancestors()).isEqualTo(List.of(id("b")));
  }
}
