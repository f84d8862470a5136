package io.appofapps.confluence.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  @ParameterizedTest
  @CsvSource({
    "api, api, '', ''",
    "api:1.2, api, 1.2, ''",
    "team/api:1.2, team/api, 1.2, ''",
    "registry.example.com/team/api:1.2, team/api, 1.2, ''",
    "registry:5000/team/api, team/api, '', ''",
    "localhost/api:x, api, x, ''",
    "r.io/api:1@sha256:abc, api, 1, sha256:abc",
    "r.io/api@sha256:abc, api, '', sha256:abc",
    "'', '', '', ''",
    "':', '', '', ''"
  })
  void anImageIsTakenApart(String text, String repository, String tag, String digest) {
    assertThat(ImageReference.of(text)).isEqualTo(new ImageReference(repository, tag, digest));
  }

  @Test
  void versionsAreOrderedAsSemverOrgHasIt() {
    List<String> ordered =
        List.of(
            "0.9",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "v1.0.0",
            "1.2",
            "1.10.0",
            "v2.0.0");

    for (int i = 1; i < ordered.size(); i++) {
      assertThat(version(ordered.get(i - 1)))
          .as(ordered.get(i))
          .isLessThan(version(ordered.get(i)));
    }
    assertThat(version("1.2.3+build").compareTo(version("v1.2.3"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1", "main", "2024-11-03", "sha256:abc", "1.2.3.4", "1.x"})
  void whatCannotBeOrderedIsNoVersion(String text) {
    assertThat(SemanticVersion.of(text)).isEmpty();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.of(text).orElseThrow();
  }
}
