package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitPagesTest {

  private static final String ID = "0123456789abcdef0123456789abcdef01234567";

  private static RepositorySettings repository(String url, Optional<Review> review) {
    return new RepositorySettings(
        "deployments", url, RepositorySettings.JIRA_KEYS, Optional.empty(), review);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/team/deploy.git, https://github.com/team/deploy/commit/",
    "https://github.com/team/deploy/, https://github.com/team/deploy/commit/",
    "https://bot@github.com/team/deploy, https://github.com/team/deploy/commit/",
    "ssh://git@github.com/team/deploy.git, https://github.com/team/deploy/commit/",
    "ssh://git@github.example.com:2222/team/deploy.git,"
        + " https://github.example.com/team/deploy/commit/",
    "https://octo.ghe.com/team/deploy, https://octo.ghe.com/team/deploy/commit/",
    "https://gitlab.com/a/b/c/deploy.git, https://gitlab.com/a/b/c/deploy/-/commit/",
    "https://gitlab.example.com:8443/a/deploy.git,"
        + " https://gitlab.example.com:8443/a/deploy/-/commit/",
    "https://git.example.com/scm/OPS/deploy.git,"
        + " https://git.example.com/projects/OPS/repos/deploy/commits/",
    "http://git.example.com:7990/bitbucket/scm/~jo/deploy.git,"
        + " http://git.example.com:7990/bitbucket/projects/~jo/repos/deploy/commits/",
    "ssh://git@bitbucket.example.com:7999/ops/deploy.git,"
        + " https://bitbucket.example.com/projects/ops/repos/deploy/commits/",
    "https://github.com/team/a%20b.git, https://github.com/team/a%20b/commit/"
  })
  void thePageFollowsFromTheAddressOfHostsThatAreKnown(String url, String page) {
    assertThat(CommitPages.of(repository(url, Optional.empty()), ID)).contains(page + ID);
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB, https://git.example.com/team/deploy.git,, https://git.example.com/team/deploy/commit/",
    "GITHUB, https://git.example.com/team/deploy.git, https://git.example.com/api/v3,"
        + " https://git.example.com/team/deploy/commit/",
    "GITLAB, https://git.example.com/lab/a/deploy.git, https://git.example.com/lab/,"
        + " https://git.example.com/lab/a/deploy/-/commit/",
    "GITLAB, ssh://git@git.example.com/a/b/deploy.git, https://lab.example.com,"
        + " https://lab.example.com/a/b/deploy/-/commit/",
    "BITBUCKET, ssh://git@git.example.com:7999/ops/deploy.git, https://pages.example.com/bb,"
        + " https://pages.example.com/bb/projects/ops/repos/deploy/commits/"
  })
  void whatTheAdministratorSaysOfTheHostCountsFirst(
      Host host, String url, String apiUrl, String page) {
    Review review = new Review(host, Optional.ofNullable(apiUrl));
    assertThat(CommitPages.of(repository(url, Optional.of(review)), ID)).contains(page + ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/team/deploy.git",
        "https://bitbucket.org/team/deploy.git",
        "https://github.com/deploy.git",
        "https://github.com/",
        "https://mygithub.com.example.org/team/deploy"
      })
  void nothingIsGuessed(String url) {
    assertThat(CommitPages.of(repository(url, Optional.empty()), ID)).isEmpty();
  }

  @Test
  void onlyFullCommitIdsHaveAPage() {
    RepositorySettings repository =
        repository("https://github.com/team/deploy.git", Optional.empty());
    assertThat(CommitPages.of(repository, "0123abc")).isEmpty();
    assertThat(CommitPages.of(repository, "../../../evil")).isEmpty();
    assertThat(CommitPages.of(repository, "a".repeat(64))).isPresent();
  }
}
