package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.git.Pushes.AlreadyThere;
import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Moved;
import io.appofapps.confluence.git.Pushes.Outcome;
import io.appofapps.confluence.git.Pushes.Pushed;
import io.appofapps.confluence.git.Pushes.Refused;
import io.appofapps.confluence.git.Pushes.Signature;
import io.appofapps.confluence.git.Pushes.Trailer;
import io.appofapps.confluence.git.Pushes.Unreachable;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryPushesTest {

  private static final String FILE = "envs/prod/values.yaml";
  private static final String BEFORE = "# keep\r\nimage:\n  tag: \"1.0\"   \n\ttail";
  private static final String AFTER = BEFORE.replace("1.0", "1.1");
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

  @TempDir Path directory;
  private final TestConfiguration configuration = new TestConfiguration();
  private final Pushes pushes =
      new RepositoryPushes(
          configuration,
          configuration.secrets,
          new HostWords((key, arguments) -> key + Arrays.toString(arguments)));
  private GitServer server;
  private String base;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(directory);
    server.commit("First");
    base = server.commit("main", "Second", Map.of(FILE, BEFORE, "envs/dev/values.yaml", "a: 1\n"));
    configuration.set(Configuration.EMPTY.withRepositories(List.of(server.settings())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private FileEdit edit(String path, String before, String after) {
    return new FileEdit(
        new RepositoryFiles.Commit("apps", server.url(), "main", base),
        path,
        before.getBytes(StandardCharsets.UTF_8),
        after.getBytes(StandardCharsets.UTF_8),
        "");
  }

  private Change change(String id) {
    return change(id, edit(FILE, BEFORE, AFTER));
  }

  private static Change change(String id, FileEdit... edits) {
    return new Change(
        id,
        List.of(edits),
        new Signature("Jos\u00e9 Dev", "jose@example.com"),
        new Signature("App of Apps", "app@example.com"),
        AT,
        "Promote shop to 1.1 in prod",
        "Because it is time.",
        List.of(
            new Trailer("Approved-by", "Ann <ann@example.com>"),
            new Trailer("Approved-by", "Bob <bob@example.com>"),
            new Trailer("Page", "https://confluence.example.com/x/1")));
  }

  private List<RevCommit> since() throws IOException {
    return server.log("main").stream()
        .takeWhile(commit -> !commit.getId().name().equals(base))
        .toList();
  }

  private String text(String path) throws IOException {
    return new String(server.file("main", path), StandardCharsets.UTF_8);
  }

  @Test
  void aChangeBecomesOneCommitWithTheFilesByteForByte() throws Exception {
    Outcome outcome = pushes.push(change("p-1"));

    RevCommit commit = server.log("main").get(0);
    assertThat(outcome).isEqualTo(new Pushed(commit.getId().name()));
    assertThat(commit.getParent(0).getId().name()).isEqualTo(base);
    assertThat(text(FILE)).isEqualTo(AFTER);
    assertThat(text("envs/dev/values.yaml")).isEqualTo("a: 1\n");
    assertThat(text("values.yaml")).isEqualTo("First");
    assertThat(commit.getAuthorIdent().getName()).isEqualTo("Jos\u00e9 Dev");
    assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("jose@example.com");
    assertThat(commit.getCommitterIdent().getName()).isEqualTo("App of Apps");
    assertThat(commit.getCommitterIdent().getWhenAsInstant()).isEqualTo(AT);
    assertThat(commit.getFullMessage())
        .isEqualTo(
            """
            Promote shop to 1.1 in prod

            Because it is time.

            Approved-by: Ann <ann@example.com>
            Approved-by: Bob <bob@example.com>
            Page: https://confluence.example.com/x/1
            Change-id: p-1
            """);
  }

  @Test
  void theSameChangeIsMadeOnceHoweverOftenItIsAskedFor() throws Exception {
    Outcome first = pushes.push(change("p-1"));
    server.commit("Somebody else");

    Outcome again = pushes.push(change("p-1"));

    assertThat(again).isEqualTo(new AlreadyThere(((Pushed) first).commit()));
    assertThat(since()).hasSize(2);
  }

  @Test
  void anAnswerThatIsLostAfterThePushLeavesOneCommit() throws Exception {
    server.after =
        () -> {
          throw new IOException("cut");
        };
    assertThat(pushes.push(change("p-1")))
        .isInstanceOfSatisfying(
            Unreachable.class, lost -> assertThat(lost.mayHaveArrived()).isTrue());
    server.after = () -> {};

    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new AlreadyThere(since().get(0).getId().name()));

    assertThat(since()).hasSize(1);
    assertThat(server.pushes).hasValue(1);
  }

  @Test
  void aConnectionThatBreaksBeforeThePushIsTriedAgainLater() throws Exception {
    server.before =
        () -> {
          throw new IOException("cut");
        };
    assertThat(pushes.push(change("p-1")))
        .isInstanceOfSatisfying(
            Unreachable.class, lost -> assertThat(lost.mayHaveArrived()).isTrue());
    assertThat(since()).isEmpty();
    server.before = () -> {};

    assertThat(pushes.push(change("p-1"))).isInstanceOf(Pushed.class);
  }

  @Test
  void aServerThatIsDownIsUnreachableAndNothingHasArrived() {
    server.close();

    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Unreachable("aoa.git.unreachable.refused[" + server.url() + "]", false));
  }

  @Test
  void commitsOfOthersOnOtherFilesAreBuiltUpon() throws Exception {
    String other = server.commit("Somebody else");

    Outcome outcome = pushes.push(change("p-1"));

    assertThat(outcome).isInstanceOf(Pushed.class);
    assertThat(server.log("main").get(0).getParent(0).getId().name()).isEqualTo(other);
    assertThat(text("values.yaml")).isEqualTo("Somebody else");
    assertThat(text(FILE)).isEqualTo(AFTER);
  }

  @Test
  void aCommitThatComesInBetweenIsBuiltUponToo() throws Exception {
    AtomicInteger times = new AtomicInteger();
    server.before =
        () -> {
          if (times.getAndIncrement() == 0) {
            server.commit("Just in time");
          }
        };

    assertThat(pushes.push(change("p-1"))).isInstanceOf(Pushed.class);

    assertThat(since()).hasSize(2);
    assertThat(text("values.yaml")).isEqualTo("Just in time");
    assertThat(text(FILE)).isEqualTo(AFTER);
  }

  @Test
  void whoIsAlwaysLateGivesUp() throws Exception {
    server.before = () -> server.commit("Just in time");

    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Unreachable("aoa.git.busy[" + server.url() + "]", false));

    assertThat(server.pushes).hasValue(3);
    assertThat(text(FILE)).isEqualTo(BEFORE);
  }

  @Test
  void aFileThatIsAnotherNowIsNotOverwritten() throws Exception {
    server.commit("main", "By hand", Map.of(FILE, BEFORE + "!"));

    assertThat(pushes.push(change("p-1"))).isEqualTo(new Moved(FILE));
    assertThat(pushes.push(change("p-2", edit("gone.yaml", "a", "b"))))
        .isEqualTo(new Moved("gone.yaml"));
    assertThat(text(FILE)).isEqualTo(BEFORE + "!");
    assertThat(server.pushes).hasValue(0);
  }

  @Test
  void aBranchWithAnotherHistoryIsNotWrittenTo() throws Exception {
    server.commit("other", "Apart", Map.of(FILE, BEFORE));
    server.point("refs/heads/main", server.repository().resolve("refs/heads/other"));

    assertThat(pushes.push(change("p-1"))).isEqualTo(new Moved(""));
  }

  @Test
  void aBranchThatIsGoneIsSaid() throws Exception {
    server.point("refs/heads/kept", ObjectId.fromString(base));
    server.repository().updateRef("refs/heads/main").link("refs/heads/gone");

    assertThat(pushes.push(change("p-1"))).isEqualTo(new Moved(""));
  }

  @Test
  void theHostsWordsTellWhyAProtectedBranchRefuses() throws Exception {
    server.hook =
        (pack, commands) -> {
          pack.sendMessage("\u001b[31mPush to main\u001b[0m needs\u202e a pull request");
          commands.forEach(
              command ->
                  command.setResult(
                      ReceiveCommand.Result.REJECTED_OTHER_REASON, "protected branch"));
        };

    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Refused("Push to main needs a pull request protected branch"));
    assertThat(since()).isEmpty();
    assertThat(server.pushes).hasValue(1);
  }

  @Test
  void aTokenThatIsWrongOrMissingIsRefused() throws Exception {
    server.asksForToken = true;
    configuration.set(Configuration.EMPTY.withRepositories(List.of(server.settingsWithToken())));
    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Refused("aoa.git.no-token[" + server.url() + "]"));
    configuration.secret("apps.git-token", "wrong");
    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Refused("aoa.git.sign-in[" + server.url() + ", 401]"));

    configuration.secret("apps.git-token", GitServer.TOKEN);

    assertThat(pushes.push(change("p-1"))).isInstanceOf(Pushed.class);
  }

  @Test
  void aRenamedRepositoryIsNotFollowedToAnotherHost(@TempDir Path elsewhere) throws Exception {
    try (GitServer other = new GitServer(elsewhere)) {
      other.commit("main", "Same", Map.of(FILE, BEFORE));
      server.redirect = Optional.of(other.url() + "/info/refs?service=git-upload-pack");

      assertThat(pushes.push(change("p-1")))
          .isEqualTo(new Refused("aoa.git.moved-away[" + server.url() + ", 302]"));

      assertThat(other.sent).hasValue(0);
    }
  }

  @Test
  void aRepositoryThatIsNotConfiguredAnyMoreIsRefused() {
    configuration.set(Configuration.EMPTY);

    assertThat(pushes.push(change("p-1")))
        .isEqualTo(new Refused("aoa.git.unknown[" + server.url() + "]"));
  }

  @Test
  void twoNodesAtOnceMakeOneCommit() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Outcome>> same = Collections.nCopies(4, () -> pushes.push(change("p-1")));
      for (Future<Outcome> outcome : nodes.invokeAll(same)) {
        assertThat(outcome.get()).isInstanceOfAny(Pushed.class, AlreadyThere.class);
      }
    } finally {
      nodes.shutdown();
    }
    assertThat(since()).hasSize(1);
  }

  @Test
  void hostsWithoutFiltersAreWrittenToAsWell() throws Exception {
    server.allowFilter(false);

    assertThat(pushes.push(change("p-1"))).isInstanceOf(Pushed.class);
    assertThat(pushes.push(change("p-1"))).isInstanceOf(AlreadyThere.class);
    assertThat(text(FILE)).isEqualTo(AFTER);
  }

  @Test
  void aHistoryThatIsCutOffIsSearchedAsFarAsItGoes() throws Exception {
    server.allowFilter(false);
    for (int i = 0; i < History.DEPTH_WITH_FILES - 1; i++) {
      server.commit("Commit " + i);
    }
    assertThat(pushes.push(change("p-1"))).isInstanceOf(Pushed.class);
    assertThat(pushes.push(change("p-1"))).isInstanceOf(AlreadyThere.class);

    assertThat(pushes.push(change("p-2", edit(FILE, AFTER, BEFORE)))).isEqualTo(new Moved(""));
  }

  @Test
  void severalFilesAreChangedTogetherOrNotAtAll() throws Exception {
    FileEdit dev = edit("envs/dev/values.yaml", "a: 1\n", "a: 2\n");
    assertThat(pushes.push(change("p-1", edit(FILE, BEFORE, AFTER), dev)))
        .isInstanceOf(Pushed.class);
    assertThat(text(FILE)).isEqualTo(AFTER);
    assertThat(text("envs/dev/values.yaml")).isEqualTo("a: 2\n");

    assertThat(pushes.push(change("p-2", edit(FILE, AFTER, BEFORE), dev)))
        .isEqualTo(new Moved("envs/dev/values.yaml"));
    assertThat(text(FILE)).isEqualTo(AFTER);
  }

  @Test
  void aChangeIsFoundAfterwardsByItsIdAlone() throws Exception {
    RepositoryFiles.Commit at = edit(FILE, BEFORE, AFTER).base();
    assertThat(pushes.find(at, "p-1")).isEmpty();
    Pushed pushed = (Pushed) pushes.push(change("p-1"));
    server.commit("Somebody else goes on");

    assertThat(pushes.find(at, "p-1")).contains(pushed.commit());
    assertThat(pushes.find(at, "p-10")).isEmpty();

    server.close();
    assertThatThrownBy(() -> pushes.find(at, "p-1"))
        .isInstanceOf(RepositoryFiles.UnreadableException.class)
        .hasMessageContaining("aoa.git.unreachable");
  }

  @Test
  void noTextFromOutsidePassesForATrailer() throws Exception {
    Change forged =
        new Change(
            "p-1",
            List.of(edit(FILE, BEFORE, AFTER)),
            new Signature("A\nChange-id: p-9", "a@example.com>\nx"),
            new Signature("App of Apps", "app@example.com"),
            AT,
            "Subject\n\nChange-id: p-9",
            "Body\n\nChange-id: p-9\n",
            List.of(new Trailer("Page", "x\nChange-id: p-9")));
    assertThat(pushes.push(forged)).isInstanceOf(Pushed.class);

    RevCommit commit = server.log("main").get(0);
    assertThat(commit.getFooterLines(Pushes.TRAILER)).containsExactly("p-1");
    assertThatThrownBy(() -> change("p 1\n")).isInstanceOf(IllegalArgumentException.class);
  }
}
