package io.appofapps.confluence.promotion.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.SyncWindow;
import io.appofapps.confluence.git.GitServer;
import io.appofapps.confluence.git.HostWords;
import io.appofapps.confluence.git.Pushes;
import io.appofapps.confluence.git.RepositoryPushes;
import io.appofapps.confluence.git.RepositoryReader;
import io.appofapps.confluence.git.Reviews;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionScene;
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From approval to Healthy over a real Git host, with everything that can go wrong between. */
class DriveTest {

  private static final String FILE = "apps/checkout-prod.yaml";

  @TempDir Path directory;
  private final PromotionScene scene = new PromotionScene();
  private GitServer server;
  private PromotionScene.Node one;
  private PromotionScene.Node two;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(directory);
    scene.in(server.settings());
    commit("staging", "v1.5.0");
    commit("prod", "v1.4.2");
    one = node("one", Optional.empty());
    two = node("two", Optional.empty());
  }

  @AfterEach
  void stop() {
    one.driver.stop();
    two.driver.stop();
    server.close();
    scene.close();
  }

  private PromotionScene.Node node(String name, Optional<Reviews> reviews) {
    HostWords words = new HostWords((key, arguments) -> key + Arrays.toString(arguments));
    return scene.node(
        name,
        new RepositoryReader(scene.configuration, scene.configuration.secrets, words),
        new RepositoryPushes(scene.configuration, scene.configuration.secrets, words),
        reviews);
  }

  private String commit(String environment, String revision) throws IOException {
    return server.commit(
        "main",
        environment + " " + revision,
        Map.of("apps/checkout-" + environment + ".yaml", scene.text(environment, revision)));
  }

  private String approved() throws Exception {
    Case asked = one.request("dora", "k");
    one.approve("lee", asked);
    return asked.promotion().id();
  }

  private List<RevCommit> ours() throws IOException {
    return server.log("main").stream()
        .filter(commit -> !commit.getFooterLines(Pushes.TRAILER).isEmpty())
        .toList();
  }

  private String prod() throws IOException {
    return new String(server.file("main", FILE), StandardCharsets.UTF_8);
  }

  private void later(Duration time) {
    scene.now = scene.now.plus(time);
  }

  @Test
  void theChangeIsOneCommitOfThePersonWithItsTrailersAndOneLineLong() throws Exception {
    String id = approved();
    String before = prod();

    Promotion made = one.step(id);

    assertThat(made.state()).isEqualTo(PromotionState.COMMITTED);
    RevCommit commit = ours().get(0);
    assertThat(made.commits().get(0).id()).isEqualTo(commit.getName());
    assertThat(commit.getAuthorIdent().getName()).isEqualTo("Dora");
    assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("dora@example.com");
    assertThat(commit.getCommitterIdent().getEmailAddress())
        .isEqualTo("app-of-apps@wiki.example.com");
    assertThat(commit.getShortMessage()).isEqualTo("Promote checkout v1.5.0 from staging to prod");
    assertThat(commit.getFooterLines("Approved-by")).containsExactly("Lee <lee@example.com>");
    assertThat(commit.getFooterLines("Change-id")).containsExactly(id);
    assertThat(commit.getFooterLines("Confluence-page"))
        .containsExactly("https://wiki.example.com/pages/viewpage.action?pageId=4711");
    assertThat(prod()).isEqualTo(before.replace("v1.4.2", "v1.5.0"));
  }

  @Test
  void itIsFollowedUntilHealthyAndThenSettled() throws Exception {
    String id = approved();
    one.step(id);
    scene.cluster(
        PromotionScene.child("staging", "v1.5.0"),
        PromotionScene.child("prod", "v1.5.0").health(HealthStatus.PROGRESSING));
    assertThat(two.step(id).state()).isEqualTo(PromotionState.SYNCING);
    scene.cluster("v1.5.0", "v1.5.0");
    later(Duration.ofMinutes(1));

    Promotion done = two.step(id);

    assertThat(done.state()).isEqualTo(PromotionState.HEALTHY);
    assertThat(done.reached()).containsKeys(PromotionState.SYNCING, PromotionState.COMMITTED);
    assertThat(one.log())
        .containsExactly(
            "request requested dora",
            "approve approved lee",
            "note approved",
            "commit committed",
            "sync syncing",
            "become-healthy healthy");
    assertThat(one.chain.verify().valid()).isTrue();
    assertThat(one.ledger.open()).isEmpty();
  }

  @Test
  void twoNodesAtOnceMakeOneCommit() throws Exception {
    String id = approved();
    CyclicBarrier start = new CyclicBarrier(2);
    List<Thread> threads =
        List.of(one, two).stream()
            .map(
                node ->
                    new Thread(
                        () -> {
                          try {
                            start.await(20, TimeUnit.SECONDS);
                            node.step(id);
                          } catch (Exception e) {
                            throw new AssertionError(e);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join(60_000);
    }

    assertThat(ours()).hasSize(1);
    assertThat(one.read(id).state()).isEqualTo(PromotionState.COMMITTED);
  }

  @Test
  void aHostThatIsAwayIsAskedAgainAndNothingIsLost() throws Exception {
    String id = approved();
    server.before =
        () -> {
          throw new IOException("down before the push");
        };
    Promotion waiting = one.step(id);
    assertThat(waiting.state()).isEqualTo(PromotionState.APPROVED);
    assertThat(waiting.cause()).contains("aoa.git.unreachable");
    one.step(id);
    assertThat(server.pushes.get()).as("not before its time").isEqualTo(1);

    server.before = () -> {};
    later(Duration.ofMinutes(1));
    assertThat(one.step(id).state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(ours()).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostAfterThePushMakesNoSecondCommit() throws Exception {
    String id = approved();
    server.after =
        () -> {
          throw new IOException("down after the push");
        };
    assertThat(one.step(id).state()).isEqualTo(PromotionState.APPROVED);
    assertThat(ours()).hasSize(1);
    // whoever may be asked in between cannot take back what is there
    DeskException tooLate =
        catchThrowableOfType(
            DeskException.class,
            () -> two.desk.cancel(scene.actor("dora"), id, two.word(find(id))));
    assertThat(tooLate.saying().orElseThrow().text()).isEqualTo("aoa.promotion.desk.made-already");

    server.after = () -> {};
    later(Duration.ofMinutes(1));
    Promotion made = two.step(id);
    assertThat(made.state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(made.commits().get(0).id()).isEqualTo(ours().get(0).getName());
    assertThat(ours()).hasSize(1);
  }

  private Case find(String id) throws DeskException {
    return two.desk.find(scene.actor("dora"), id);
  }

  @Test
  void aNodeThatDiesBetweenPushAndRowIsTakenOverByTheOther() throws Exception {
    String id = approved();
    // the push comes through, and then the database is gone for this node
    server.after = () -> scene.ao.away.set(true);
    try {
      one.steps.step(id, "one/drive");
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("away");
    }
    scene.ao.away.set(false);
    server.after = () -> {};
    assertThat(one.read(id).state()).isEqualTo(PromotionState.APPROVED);
    // the dead node still has the lease: the other one waits for its end
    assertThat(two.step(id).state()).isEqualTo(PromotionState.APPROVED);
    later(Steps.LEASE.plusSeconds(1));

    assertThat(two.step(id).state()).isEqualTo(PromotionState.COMMITTED);

    assertThat(ours()).hasSize(1);
  }

  @Test
  void aNodeThatDiesInAnyStateIsTakenOverInTheNext() throws Exception {
    Case asked = one.request("dora", "k");
    String id = asked.promotion().id();
    for (PromotionState reached :
        List.of(PromotionState.APPROVED, PromotionState.COMMITTED, PromotionState.HEALTHY)) {
      if (reached == PromotionState.APPROVED) {
        one.approve("lee", asked);
      }
      if (reached == PromotionState.HEALTHY) {
        scene.cluster("v1.5.0", "v1.5.0");
      }
      // it took the lease and was killed
      assertThat(one.leases.take(id, "one/drive", scene.now, Steps.LEASE)).isTrue();
      PromotionState before = two.read(id).state();
      assertThat(two.step(id).state()).isEqualTo(before);
      later(Steps.LEASE.plusSeconds(1));
      if (reached != PromotionState.APPROVED) {
        assertThat(two.step(id).state()).isEqualTo(reached);
      }
    }
    assertThat(ours()).hasSize(1);
  }

  @Test
  void aProtectedBranchBlocksWithTheHostsWordsUntilItIsOpen() throws Exception {
    String id = approved();
    server.hook =
        (pack, commands) ->
            commands.forEach(
                command ->
                    command.setResult(
                        ReceiveCommand.Result.REJECTED_OTHER_REASON, "main is protected"));
    Promotion blocked = one.step(id);
    assertThat(blocked.state()).isEqualTo(PromotionState.BLOCKED);
    assertThat(blocked.cause()).contains("main is protected");
    later(Duration.ofMinutes(1));
    int rows = one.log().size();
    one.step(id);
    assertThat(one.log()).as("the same again is not told again").hasSize(rows);

    server.hook = (pack, commands) -> {};
    later(Duration.ofMinutes(10));
    assertThat(two.step(id).state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(two.log()).contains("resume approved", "commit committed");
  }

  @Test
  void othersMayPushOtherFilesButNotTheSame() throws Exception {
    String id = approved();
    server.commit("main", "Else", Map.of("README", "x"));
    assertThat(one.step(id).state()).isEqualTo(PromotionState.COMMITTED);

    commit("prod", "v1.4.3");
    scene.cluster("v1.5.0", "v1.4.3");
    later(Duration.ofHours(2));
    assertThat(one.step(id).state()).isEqualTo(PromotionState.FAILED);
    Case asked = one.request("dora", "k2");
    one.approve("lee", asked);
    commit("prod", "v1.4.4");
    Promotion moved = one.step(asked.promotion().id());
    assertThat(moved.state()).isEqualTo(PromotionState.EXPIRED);
    assertThat(moved.cause()).contains("aoa.promotion.drive.moved");
    assertThat(ours()).hasSize(1);
  }

  @Test
  void anApproverWhoLeftTheGroupInBetweenDoesNotCount() throws Exception {
    String id = approved();
    scene.person("lee", "viewers");

    Promotion waiting = one.step(id);

    assertThat(waiting.state()).isEqualTo(PromotionState.REQUESTED);
    assertThat(waiting.votes()).isEmpty();
    assertThat(waiting.cause()).contains("Lee");
    assertThat(ours()).isEmpty();
    one.approve("lou", find(id));
    assertThat(one.step(id).state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(ours().get(0).getFooterLines("Approved-by"))
        .containsExactly("Lou <lou@example.com>");
  }

  @Test
  void aSyncWindowOrFreezeThatClosesInBetweenHoldsItUntilItOpens() throws Exception {
    String id = approved();
    scene.windows(
        new SyncWindow(
            "deny", "* * * * *", "1h", "", List.of("*"), List.of(), List.of(), false, false, ""));
    Promotion blocked = one.step(id);
    assertThat(blocked.state()).isEqualTo(PromotionState.BLOCKED);
    assertThat(blocked.cause()).contains("aoa.promotion.gate.window-denies");
    scene.windows();
    one.desk.freeze(scene.actor("lee"), new Freeze.Scope.OfSet("shop"), "incident");
    later(Duration.ofMinutes(1));
    assertThat(one.step(id).cause()).contains("incident");
    assertThat(ours()).isEmpty();
    one.desk.lift(scene.actor("lee"), new Freeze.Scope.OfSet("shop"));
    later(Duration.ofMinutes(1));

    assertThat(one.step(id).state()).isEqualTo(PromotionState.COMMITTED);
  }

  @Test
  void whatTheAuditLogRefusesIsNotPushed() throws Exception {
    String id = approved();
    scene.auditFails = true;
    try {
      one.steps.step(id, "one/drive");
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("audit log");
    }
    assertThat(server.pushes.get()).isZero();
    assertThat(ours()).isEmpty();
    scene.auditFails = false;
    assertThat(one.step(id).state()).isEqualTo(PromotionState.COMMITTED);
  }

  @Test
  void afterItsTimeItIsExpiredAndNothingIsPushed() throws Exception {
    String id = approved();
    later(Duration.ofDays(3));
    assertThat(one.step(id).state()).isEqualTo(PromotionState.EXPIRED);
    assertThat(ours()).isEmpty();
  }

  @Test
  void aPromotionBackIsACommitAndTheFirstOneIsRolledBack() throws Exception {
    String id = approved();
    one.step(id);
    scene.cluster(
        PromotionScene.child("staging", "v1.5.0"),
        PromotionScene.child("prod", "v1.5.0").health(HealthStatus.DEGRADED));
    String digest = one.desk.planBack(scene.actor("dora"), id).plan().digest();
    Wish wish = new Wish(digest, "", "back", OptionalLong.empty());
    Case back = one.desk.requestBack(scene.actor("dora"), id, wish);
    one.approve("lee", back);

    Promotion made = one.step(back.promotion().id());

    assertThat(made.state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(one.read(id).state()).isEqualTo(PromotionState.ROLLED_BACK);
    assertThat(prod()).contains("targetRevision: v1.4.2");
    assertThat(ours().get(0).getFooterLines("Rolls-back")).containsExactly(id);
    assertThat(ours().get(0).getShortMessage()).isEqualTo("Roll back checkout in prod to v1.4.2");
  }

  @Test
  void aPullRequestIsWatchedUntilItIsMerged() throws Exception {
    FakeReviews host = new FakeReviews();
    PromotionScene.Node node = node("three", Optional.of(host));
    String id = approved();
    Promotion inReview = node.step(id);
    assertThat(inReview.state()).isEqualTo(PromotionState.IN_REVIEW);
    assertThat(inReview.pullRequest()).contains("https://git.example.com/pr/1");
    later(Duration.ofMinutes(1));
    assertThat(node.step(id).state()).isEqualTo(PromotionState.IN_REVIEW);
    host.standing = new Reviews.Standing.Merged("f".repeat(40));
    later(Duration.ofMinutes(1));

    Promotion merged = node.step(id);

    assertThat(merged.state()).isEqualTo(PromotionState.COMMITTED);
    assertThat(merged.commits().get(0).id()).isEqualTo("f".repeat(40));
    assertThat(ours()).isEmpty();
  }

  @Test
  void aDeclinedPullRequestIsARejectionAndACancelledOneIsClosed() throws Exception {
    FakeReviews host = new FakeReviews();
    PromotionScene.Node node = node("three", Optional.of(host));
    String id = approved();
    node.step(id);
    host.standing = new Reviews.Standing.Declined();
    later(Duration.ofMinutes(1));
    assertThat(node.step(id).state()).isEqualTo(PromotionState.REJECTED);

    host.standing = new Reviews.Standing.Waiting();
    Case asked = node.request("dora", "k2");
    node.approve("lee", asked);
    node.step(asked.promotion().id());
    Case cancelled =
        node.desk.cancel(scene.actor("dora"), asked.promotion().id(), node.word(asked));
    assertThat(cancelled.promotion().state()).isEqualTo(PromotionState.CANCELLED);
    assertThat(host.closed).isTrue();
  }

  private static final class FakeReviews implements Reviews {

    private volatile Standing standing = new Standing.Waiting();
    private volatile boolean closed;

    @Override
    public boolean wanted(RepositoryFiles.Commit base) {
      return true;
    }

    @Override
    public Outcome open(Pushes.Change change) {
      return new Outcome.Opened("https://git.example.com/pr/1", "a".repeat(40));
    }

    @Override
    public Standing look(RepositoryFiles.Commit base, String address) {
      return standing;
    }

    @Override
    public Standing close(RepositoryFiles.Commit base, String address) {
      closed = true;
      return new Standing.Declined();
    }
  }

  @Test
  void theDriversOfTwoNodesDoItAllByThemselvesAndEndWhenTheyShall() throws Exception {
    one.driver.start();
    two.driver.start();
    String id = approved();

    await(() -> one.read(id).state() == PromotionState.COMMITTED);
    scene.cluster("v1.5.0", "v1.5.0");
    await(() -> one.read(id).state() == PromotionState.HEALTHY);

    one.driver.stop();
    two.driver.stop();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("app-of-apps-promotion"));
    assertThat(ours()).hasSize(1);
    assertThat(one.chain.verify().valid()).isTrue();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
