package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Signature;
import io.appofapps.confluence.git.Reviews.Outcome;
import io.appofapps.confluence.git.Reviews.Standing;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pull requests at a stand-in of each host, in front of a real repository. */
@Timeout(60)
class RepositoryReviewsTest {

  private static final String FILE = "envs/prod/values.yaml";
  private static final String TOKEN = "the-token-of-the-api";
  private static final String BRANCH = "promotion/p-1";

  @TempDir Path directory;
  private final TestConfiguration configuration = new TestConfiguration();
  private final CountDownLatch end = new CountDownLatch(1);
  private Reviews reviews;
  private GitServer server;
  private ReviewApi api;
  private String base;

  private void start(Host host) throws Exception {
    start(host, Duration.ofSeconds(20));
  }

  private void start(Host host, Duration limit) throws Exception {
    server = new GitServer(directory);
    api = new ReviewApi(host, server);
    server.serve("/api/v3/repos/team/apps/pulls", api);
    server.serve("/api/v4/projects/team/apps/merge_requests", api);
    server.serve("/rest/api/latest/projects/team/repos/apps/pull-requests", api);
    base = server.commit("main", "First", Map.of(FILE, "tag: 1.0\n"));
    configuration.secret("apps.git-token", TOKEN);
    configuration.set(Configuration.EMPTY.withRepositories(List.of(settings(host))));
    reviews =
        new RepositoryReviews(
            configuration,
            configuration.secrets,
            new HostWords((key, arguments) -> key + Arrays.toString(arguments)),
            limit);
  }

  @AfterEach
  void stop() {
    end.countDown();
    if (server != null) {
      server.close();
    }
  }

  private RepositorySettings settings(Host host) {
    return new RepositorySettings(
        "apps",
        server.url(),
        RepositorySettings.JIRA_KEYS,
        Optional.of(
            new RepositorySettings.SignIn(
                "bot",
                Optional.of(TestConfiguration.reference("apps.git-token")),
                Optional.empty())),
        Optional.of(new Review(host, Optional.empty())));
  }

  private RepositoryFiles.Commit base() {
    return new RepositoryFiles.Commit("apps", server.url(), "main", base);
  }

  private Change change() {
    return new Change(
        "p-1",
        List.of(
            new FileEdit(
                base(),
                FILE,
                "tag: 1.0\n".getBytes(StandardCharsets.UTF_8),
                "tag: 1.1\n".getBytes(StandardCharsets.UTF_8),
                "")),
        new Signature("Dev", "dev@example.com"),
        new Signature("App of Apps", "app@example.com"),
        Instant.parse("2026-11-24T03:00:00Z"),
        "Promote shop to 1.1 in prod",
        "Because @everybody waits.",
        List.of(new Pushes.Trailer("Approved-by", "Ann <ann@example.com>")));
  }

  private Outcome.Opened open() {
    Outcome outcome = reviews.open(change());
    assertThat(outcome).isInstanceOf(Outcome.Opened.class);
    return (Outcome.Opened) outcome;
  }

  private static String refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).words();
  }

  private static String unreachable(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    return ((Outcome.Unreachable) outcome).words();
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void aChangeIsPushedToItsOwnBranchAndOpenedOnce(Host host) throws Exception {
    start(host);

    Outcome.Opened opened = open();
    Outcome.Opened again = open();

    List<RevCommit> commits = server.log(BRANCH);
    assertThat(opened.commit()).isEqualTo(commits.get(0).getId().name());
    assertThat(again).isEqualTo(opened);
    assertThat(api.count()).isEqualTo(1);
    assertThat(commits).hasSize(2);
    assertThat(commits.get(0).getFullMessage()).contains("Change-id: p-1");
    assertThat(new String(server.file(BRANCH, FILE), StandardCharsets.UTF_8))
        .isEqualTo("tag: 1.1\n");
    assertThat(server.log("main")).hasSize(1);
    assertThat(opened.address()).startsWith("https://").endsWith("/1");
    assertThat(api.sent().toString())
        .contains("\"title\":\"Promote shop to 1.1 in prod\"")
        .contains("    Because @everybody waits.");
    assertThat(api.authorizations).containsOnly("Bearer " + TOKEN);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void itIsWatchedUntilSomebodyMergesIt(Host host) throws Exception {
    start(host);
    Outcome.Opened opened = open();
    assertThat(reviews.look(base(), opened.address())).isEqualTo(new Standing.Waiting());

    String merged = api.merge();

    assertThat(reviews.look(base(), opened.address())).isEqualTo(new Standing.Merged(merged));
    assertThat(reviews.close(base(), opened.address())).isEqualTo(new Standing.Merged(merged));
    assertThat(open()).isEqualTo(opened);
    assertThat(api.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void oneThatIsDeclinedIsNotOpenedAgain(Host host) throws Exception {
    start(host);
    Outcome.Opened opened = open();

    api.decline();

    assertThat(reviews.look(base(), opened.address())).isEqualTo(new Standing.Declined());
    assertThat(open()).isEqualTo(opened);
    assertThat(api.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void oneThatIsNotWantedAnyMoreIsClosed(Host host) throws Exception {
    start(host);
    Outcome.Opened opened = open();

    assertThat(reviews.close(base(), opened.address())).isEqualTo(new Standing.Declined());

    assertThat(api.state()).isEqualTo("closed");
    assertThat(reviews.close(base(), opened.address())).isEqualTo(new Standing.Declined());
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void aLostAnswerLeavesOnePullRequest(Host host) throws Exception {
    start(host);
    api.losesAnswer = true;

    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.unreachable");

    open();
    assertThat(api.count()).isEqualTo(1);
    assertThat(server.log(BRANCH)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void whoDiesBetweenPushAndPullRequestGoesOnWithTheSameCommit(Host host) throws Exception {
    start(host);
    api.faultOnWrite = Optional.of(ReviewApi.status(503, "{\"message\":\"down\"}"));
    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.answered");
    String pushed = server.log(BRANCH).get(0).getId().name();

    api.faultOnWrite = Optional.empty();

    assertThat(open().commit()).isEqualTo(pushed);
    assertThat(server.log(BRANCH)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void oneThatAnotherNodeHasOpenedMeanwhileIsTaken(Host host) throws Exception {
    start(host);
    api.beforeOpen = () -> api.open(BRANCH, "main");

    open();

    assertThat(api.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB, 422, 'No commits between main and promotion'",
    "GITLAB, 409, 'Cannot create: this merge request is not allowed'",
    "BITBUCKET, 403, 'You are not permitted to create pull requests'",
  })
  void theHostsWordsAreShownAsPlainText(Host host, int status, String words) throws Exception {
    start(host);
    String body =
        switch (host) {
          case GITHUB ->
              "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"" + words + "\"}]}";
          case GITLAB -> "{\"message\":{\"base\":[\"" + words + "\\u001b[31m\\u202e\"]}}";
          case BITBUCKET -> "{\"errors\":[{\"context\":null,\"message\":\"" + words + "\"}]}";
        };
    api.faultOnWrite = Optional.of(ReviewApi.status(status, body));

    assertThat(refused(reviews.open(change())))
        .contains(words)
        .doesNotContain("\u001b", "\u202e", TOKEN);
    assertThat(api.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "401, aoa.git.sign-in",
    "404, aoa.git.not-found",
    "301, aoa.git.moved-away",
    "307, aoa.git.moved-away",
  })
  void whatWillNotGetBetterIsRefused(int status, String text) throws Exception {
    start(Host.GITHUB);
    api.fault =
        Optional.of(
            exchange -> {
              exchange.getResponseHeaders().set("Location", server.url() + "/elsewhere");
              exchange.sendResponseHeaders(status, -1);
            });

    assertThat(refused(reviews.open(change()))).contains(text, server.url()).doesNotContain(TOKEN);

    assertThat(api.requests).hasSize(1);
    assertThat(server.repository().resolve("refs/heads/" + BRANCH)).isNull();
    assertThat(reviews.look(base(), "https://github.example.com/team/apps/pull/1"))
        .isInstanceOf(Standing.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "502", "503"})
  void whatMayGetBetterIsTriedAgain(int status) throws Exception {
    start(Host.GITLAB);
    api.fault = Optional.of(ReviewApi.status(status, "<html>later</html>"));

    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.answered");

    api.fault = Optional.empty();
    open();
  }

  @Test
  void gitHubsLimitOfRequestsIsNoRefusal() throws Exception {
    start(Host.GITHUB);
    api.fault =
        Optional.of(
            exchange -> {
              exchange.getResponseHeaders().set("x-ratelimit-remaining", "0");
              exchange.sendResponseHeaders(403, -1);
            });

    unreachable(reviews.open(change()));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"number\": 1, '",
    "'<html>Sign in</html>'",
    "'[{\"number\": \"x\"}]'",
    "'[{\"number\": 1, \"state\": \"open\", \"html_url\": \"x\", \"head\": {\"sha\": \"main\"}}]'",
  })
  void anAnswerThatMakesNoSenseIsNoPullRequest(String body) throws Exception {
    start(Host.GITHUB);
    api.fault = Optional.of(ReviewApi.status(200, body));

    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.unreachable.other");
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() throws Exception {
    start(Host.GITHUB);
    api.fault =
        Optional.of(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] piece = new byte[64 << 10];
              for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(piece);
              }
            });

    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.limit.bytes");
  }

  @Test
  void aHostThatTakesTooLongIsGivenUp() throws Exception {
    start(Host.BITBUCKET, Duration.ofMillis(500));
    api.fault =
        Optional.of(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('[');
              exchange.getResponseBody().flush();
              try {
                end.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.unreachable.silent");
  }

  @Test
  void aHostThatIsAwayLeavesItUnknown() throws Exception {
    start(Host.GITLAB);
    Outcome.Opened opened = open();

    server.close();

    assertThat(reviews.look(base(), opened.address()))
        .isInstanceOfSatisfying(
            Standing.Unknown.class,
            unknown -> assertThat(unknown.words()).contains("aoa.git.unreachable.refused"));
    assertThat(unreachable(reviews.open(change()))).contains("aoa.git.unreachable.refused");
  }

  @Test
  void aBranchOfThatNameWithSomethingElseIsLeftAlone() throws Exception {
    start(Host.GITHUB);
    String theirs = server.commit(BRANCH, "Mine", Map.of("other", "x"));

    assertThat(refused(reviews.open(change()))).contains("aoa.git.branch-taken", BRANCH);

    assertThat(server.log(BRANCH).get(0).getId().name()).isEqualTo(theirs);
    assertThat(api.count()).isZero();
  }

  @Test
  void aFileThatHasChangedSinceThePlanIsNotOverwritten() throws Exception {
    start(Host.GITHUB);
    server.commit("main", "Somebody else", Map.of(FILE, "tag: 1.2\n"));

    assertThat(reviews.open(change())).isEqualTo(new Outcome.Moved(FILE));

    assertThat(api.count()).isZero();
  }

  @Test
  void withoutATokenNothingIsAsked() throws Exception {
    start(Host.GITHUB);
    configuration.secrets.delete(TestConfiguration.reference("apps.git-token"));

    assertThat(refused(reviews.open(change()))).contains("aoa.git.no-token");

    assertThat(api.requests).isEmpty();
  }

  @Test
  void metadataServicesAreNeverAsked() throws Exception {
    start(Host.GITHUB);
    RepositorySettings settings = settings(Host.GITHUB);
    configuration.set(
        Configuration.EMPTY.withRepositories(
            List.of(
                new RepositorySettings(
                    settings.id(),
                    settings.url(),
                    settings.stories(),
                    settings.signIn(),
                    Optional.of(
                        new Review(Host.GITHUB, Optional.of("https://169.254.169.254")))))));

    assertThat(refused(reviews.open(change()))).contains("aoa.git.unreachable.guarded");
  }

  @Test
  void onlyRepositoriesThatSaySoGoByPullRequest() throws Exception {
    start(Host.GITHUB);
    assertThat(reviews.wanted(base())).isTrue();

    configuration.set(Configuration.EMPTY.withRepositories(List.of(server.settings())));

    assertThat(reviews.wanted(base())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BITBUCKET, /scm/HQ/apps.git, , /rest/api/latest/projects/HQ/repos/apps/pull-requests/7",
    "BITBUCKET, /git/scm/~ann/apps.git, ,"
        + " /git/rest/api/latest/projects/~ann/repos/apps/pull-requests/7",
    "GITLAB, /group/sub/apps.git, , /api/v4/projects/group%2Fsub%2Fapps/merge_requests/7",
    "GITLAB, /lab/group/apps, /lab, /lab/api/v4/projects/group%2Fapps/merge_requests/7",
    "GITHUB, /team/apps/, , /api/v3/repos/team/apps/pulls/7",
    "GITHUB, /team/apps.git, /proxy/github, /proxy/github/repos/team/apps/pulls/7",
  })
  void theApiIsFoundByTheAddressOfTheRepository(
      Host host, String path, String apiPath, String expected) throws Exception {
    start(host);
    server.serve("/", api);
    api.fault = Optional.of(ReviewApi.status(404, ""));
    String root = server.url().replaceFirst("/team/apps.git$", "");
    RepositorySettings settings =
        new RepositorySettings(
            "apps",
            root + path,
            RepositorySettings.JIRA_KEYS,
            settings(host).signIn(),
            Optional.of(new Review(host, Optional.ofNullable(apiPath).map(each -> root + each))));
    configuration.set(Configuration.EMPTY.withRepositories(List.of(settings)));

    reviews.look(
        new RepositoryFiles.Commit("apps", root + path, "main", base),
        "https://somewhere.example.com/x/pull/7/files");

    assertThat(api.requests).containsExactly("GET " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/team/apps.git, https://api.github.com",
    "https://corp.ghe.com/team/apps.git, https://api.corp.ghe.com",
    "https://git.example.com:8443/team/apps.git, https://git.example.com:8443/api/v3",
    "ssh://git.example.com:7999/team/apps.git, https://git.example.com/api/v3",
  })
  void theApiOfGitHubHasItsOwnHost(String repository, String expected) {
    assertThat(ReviewHosts.gitHubApi(repository)).isEqualTo(expected);
  }
}
