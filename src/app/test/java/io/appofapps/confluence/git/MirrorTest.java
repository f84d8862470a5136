package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.environment.matrix.Commits.Between;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {

  @TempDir Path directory;
  private GitServer server;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Mirror mirror() {
    return new Mirror(server.remote(), new Stories(RepositorySettings.JIRA_KEYS), () -> false);
  }

  @Test
  void commitsBetweenTwoRevisionsAreCountedAndTheirStoriesNamed() throws Exception {
    String first = server.commit("Begin");
    server.commit("PAY-398 Round amounts");
    server.commit("Tidy up");
    String last = server.commit("PAY-412 Refund, see also PAY-398");
    Mirror mirror = mirror();

    mirror.fetch();

    assertThat(mirror.between(first, last)).contains(new Between(3, List.of("PAY-412", "PAY-398")));
    assertThat(mirror.between(last, first)).contains(new Between(0, List.of()));
    assertThat(mirror.between(last, last)).contains(new Between(0, List.of()));
  }

  @Test
  void aLaterFetchBringsOnlyWhatIsNew() throws Exception {
    String first = server.commit("Begin");
    Mirror mirror = mirror();
    mirror.fetch();
    String second = server.commit("OPS-1 More");
    assertThat(mirror.between(first, second)).isEmpty();

    mirror.fetch();

    assertThat(mirror.between(first, second)).contains(new Between(1, List.of("OPS-1")));
    int before = server.fetches.get();
    mirror.fetch();
    assertThat(mirror.between(first, second)).isPresent();
    assertThat(server.fetches.get()).isBetween(before, before + 2);
  }

  @Test
  void neitherFilesNorTreesAreFetched() throws Exception {
    String commit = server.commit("Begin");
    ObjectId tree = server.repository().resolve(commit + "^{tree}");
    Mirror mirror = mirror();

    mirror.fetch();

    assertThat(mirror.has(ObjectId.fromString(commit))).isTrue();
    assertThat(mirror.has(tree)).isFalse();
  }

  @Test
  void whatIsNoRevisionOfTheRepositoryIsUnknown() throws Exception {
    String commit = server.commit("Begin");
    Mirror mirror = mirror();
    mirror.fetch();

    assertThat(mirror.between(commit, "0123456789012345678901234567890123456789")).isEmpty();
    assertThat(mirror.between("main", commit)).isEmpty();
    assertThat(mirror.between("", "")).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    server.commit("Begin");
    Mirror mirror = mirror();
    try (GitServer other = new GitServer(directory.resolve("other"))) {
      other.commit("Elsewhere");
      server.redirect = Optional.of(other.url() + "/info/refs?service=git-upload-pack");

      assertThatThrownBy(mirror::fetch).isInstanceOf(IOException.class);
      assertThat(other.fetches).hasValue(0);
    }
  }

  @Test
  void aStoppedFetchEnds() throws Exception {
    server.commit("Begin");
    Mirror mirror =
        new Mirror(server.remote(), new Stories(RepositorySettings.JIRA_KEYS), () -> true);

    assertThatThrownBy(mirror::fetch).isInstanceOf(IOException.class);
  }

  @Test
  void theTokenIsSentAndAWrongOneIsSaid() throws Exception {
    String first = server.commit("Begin");
    server.asksForToken = true;
    TestConfiguration configuration = new TestConfiguration();
    Mirror mirror =
        new Mirror(
            new Remote(server.settingsWithToken(), configuration.secrets::find),
            new Stories(RepositorySettings.JIRA_KEYS),
            () -> false);
    assertThatThrownBy(mirror::fetch).isInstanceOf(Remote.NoTokenException.class);
    configuration.secret("apps.git-token", "another");
    assertThatThrownBy(mirror::fetch).hasRootCauseMessage("HTTP 401");

    configuration.secret("apps.git-token", GitServer.TOKEN);
    mirror.fetch();

    assertThat(mirror.has(ObjectId.fromString(first))).isTrue();
  }
}
