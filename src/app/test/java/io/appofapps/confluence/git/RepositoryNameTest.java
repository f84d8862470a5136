package io.appofapps.confluence.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/Team/Apps.git",
        "https://git.example.com/team/apps/",
        "https://someone@git.example.com/team/apps",
        "ssh://git@git.example.com/team/apps.git",
        "git@git.example.com:team/apps.git"
      })
  void everySpellingNamesTheSameRepository(String url) {
    assertThat(RepositoryName.of(url))
        .isEqualTo(RepositoryName.of("https://git.example.com/team/apps.git"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.org/team/apps",
        "https://git.example.com/team/apps2",
        "https://git.example.com:8443/team/apps",
        ""
      })
  void othersDoNot(String url) {
    assertThat(RepositoryName.of(url))
        .isNotEqualTo(RepositoryName.of("https://git.example.com/team/apps.git"));
  }
}
