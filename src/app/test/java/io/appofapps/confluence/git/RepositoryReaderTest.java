package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryReaderTest {

  @TempDir Path directory;
  private final TestConfiguration configuration = new TestConfiguration();
  private final RepositoryReader reader =
      new RepositoryReader(
          configuration,
          configuration.secrets,
          new HostWords((key, arguments) -> key + Arrays.toString(arguments)));
  private GitServer server;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(directory);
    configuration.set(Configuration.EMPTY.withRepositories(List.of(server.settings())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Commit commit(String branch, String id) {
    return new Commit("apps", server.url(), branch, id);
  }

  private String text(Commit commit, String path) throws UnreadableException {
    return new String(reader.read(commit, path).orElseThrow(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void filesOfACommitAreListedAndReadAsTheyAre(boolean filters) throws Exception {
    server.allowFilter(filters);
    String odd = "a: 1\r\n\tb: \u00e4 \ud83d\ude80\u0000\n\n";
    server.commit("First");
    String id =
        server.commit(
            "main", "Second", Map.of("apps/prod/values.yaml", odd, "apps/a.yaml", "", "x", "y"));

    Commit commit = reader.resolve(server.url(), "main");

    assertThat(commit).isEqualTo(commit("main", id));
    assertThat(reader.list(commit, ""))
        .containsExactly("apps/a.yaml", "apps/prod/values.yaml", "values.yaml", "x");
    assertThat(reader.list(commit, "apps/prod")).containsExactly("apps/prod/values.yaml");
    assertThat(reader.list(commit, "x")).isEmpty();
    assertThat(reader.list(commit, "gone")).isEmpty();
    assertThat(text(commit, "apps/prod/values.yaml")).isEqualTo(odd);
    assertThat(reader.read(commit, "apps/a.yaml")).hasValueSatisfying(b -> assertThat(b).isEmpty());
    assertThat(reader.read(commit, "apps")).isEmpty();
    assertThat(reader.read(commit, "gone")).isEmpty();
    assertThat(reader.read(commit, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://169.254.169.254/team/apps.git", "https://[fe80::1]/team/apps.git"})
  void linkLocalAddressesAreNeverCalled(String url) {
    configuration.set(
        Configuration.EMPTY.withRepositories(
            List.of(
                new RepositorySettings(
                    "apps",
                    url,
                    RepositorySettings.JIRA_KEYS,
                    Optional.empty(),
                    Optional.empty()))));

    assertThatThrownBy(() -> reader.resolve(url, "main"))
        .hasMessageContaining("aoa.git.unreachable.guarded");
  }

  @Test
  void branchesTagsAndCommitsAreResolved() throws Exception {
    String first = server.commit("First");
    String second = server.commit("Second");
    server.point("refs/tags/v1.0.0", ObjectId.fromString(first));
    server.point("refs/heads/release/1", ObjectId.fromString(first));

    assertThat(reader.resolve(server.url(), "HEAD")).isEqualTo(commit("main", second));
    assertThat(reader.resolve(server.url(), "")).isEqualTo(commit("main", second));
    assertThat(reader.resolve(server.url(), "release/1")).isEqualTo(commit("release/1", first));
    assertThat(reader.resolve(server.url(), "v1.0.0")).isEqualTo(commit("", first));
    assertThat(reader.resolve(server.url(), "refs/heads/main")).isEqualTo(commit("main", second));
    assertThat(reader.resolve(server.url(), first)).isEqualTo(commit("", first));
    assertThat(text(commit("", first), "values.yaml")).isEqualTo("First");
    assertThatThrownBy(() -> reader.resolve(server.url(), "gone"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("aoa.git.no-revision[" + server.url() + ", gone]");
  }

  @Test
  void everySpellingOfAConfiguredRepositoryIsKnownAndNoOther() throws Exception {
    String id = server.commit("First");

    assertThat(reader.resolve(server.url().replace(".git", "/"), "main").id()).isEqualTo(id);
    assertThatThrownBy(() -> reader.resolve("https://git.example.com/other", "main"))
        .hasMessage("aoa.git.unknown[https://git.example.com/other]");
    Commit elsewhere = new Commit("apps", "https://git.example.com/other", "main", id);
    assertThatThrownBy(() -> reader.read(elsewhere, "values.yaml"))
        .hasMessageStartingWith("aoa.git.unknown");
  }

  @Test
  void aLaterCommitBringsOnlyWhatIsDifferentAndTheEarlierOneStays() throws Exception {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      files.put("apps/a" + i + ".yaml", "name: " + i * 7919L + "\n");
    }
    server.commit("main", "Many", files);
    Commit first = reader.resolve(server.url(), "main");
    assertThat(text(first, "apps/a7.yaml")).isEqualTo("name: 55433\n");
    int all = server.sent.get();
    int fetches = server.fetches.get();
    assertThat(text(first, "apps/a8.yaml")).isEqualTo("name: 63352\n");
    assertThat(server.fetches).hasValue(fetches);
    server.commit("main", "One", Map.of("apps/a7.yaml", "name: other\n"));

    Commit second = reader.resolve(server.url(), "main");

    assertThat(text(second, "apps/a7.yaml")).isEqualTo("name: other\n");
    assertThat(text(first, "apps/a7.yaml")).isEqualTo("name: 55433\n");
    assertThat(server.sent.get() - all).isLessThan(all / 2);
  }

  @Test
  void tenThousandFilesAreReadInSeconds() throws Exception {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      files.put(
          "apps/" + i % 100 + "/" + i + ".yaml", "image:\n  tag: 1." + i * 7919L % 1000 + "\n");
    }
    server.commit("main", "Many", files);
    long start = System.nanoTime();

    Commit commit = reader.resolve(server.url(), "main");
    List<String> paths = reader.list(commit, "apps");
    assertThat(paths).hasSize(10_000).isSorted();
    for (String path : paths.subList(0, 200)) {
      assertThat(text(commit, path)).isEqualTo(files.get(path));
    }

    assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(20);
  }

  @Test
  void filesThatAreTooLargeAreLeftOutAndSaySo() throws Exception {
    server.commit(
        "main",
        "Large",
        Map.of("big.yaml", "x".repeat(Contents.LARGEST_FILE + 1), "small.yaml", "a: 1\n"));

    Commit commit = reader.resolve(server.url(), "main");

    assertThat(reader.list(commit, "")).containsExactly("big.yaml", "small.yaml");
    assertThat(text(commit, "small.yaml")).isEqualTo("a: 1\n");
    assertThatThrownBy(() -> reader.read(commit, "big.yaml"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("aoa.git.limit.file-size[" + server.url() + "]");
  }

  @Test
  void whatTheHostDoesIsSaid() throws Exception {
    String id = server.commit("First");
    server.asksForToken = true;
    assertThatThrownBy(() -> reader.resolve(server.url(), "main"))
        .hasMessage("aoa.git.sign-in[" + server.url() + ", 401]");
    configuration.set(Configuration.EMPTY.withRepositories(List.of(server.settingsWithToken())));
    assertThatThrownBy(() -> reader.resolve(server.url(), "main"))
        .hasMessage("aoa.git.no-token[" + server.url() + "]");
    configuration.secret("apps.git-token", GitServer.TOKEN);
    assertThat(reader.resolve(server.url(), "main").id()).isEqualTo(id);
    Commit none = commit("", "0123456789012345678901234567890123456789");
    assertThatThrownBy(() -> reader.read(none, "values.yaml"))
        .isInstanceOf(UnreadableException.class);
    server.redirect = Optional.of("https://git.example.com/stolen");
    assertThatThrownBy(() -> reader.resolve(server.url(), "main"))
        .hasMessage("aoa.git.moved-away[" + server.url() + ", 302]");
    server.close();
    assertThatThrownBy(() -> reader.resolve(server.url(), "main"))
        .hasMessage("aoa.git.unreachable.refused[" + server.url() + "]");
  }
}
